# On the worker the student is root: memory without end, processes without end, and files without end, to keep and to have read.
ssh worker-1 '
  truncate --size=3G /etc/task
  fallocate --length=5G /var/full
  tail /dev/zero
  perl -e "
    for (1 .. 6000) {
      defined(my \$child = fork) or print(qq(no more processes after \$_\n)), last;
      \$child or sleep(30), exit;
      push @all, \$child;
    }
    kill 9, @all"'
