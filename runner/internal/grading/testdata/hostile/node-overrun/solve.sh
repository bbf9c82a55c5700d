# On the worker the student is root: files, processes and memory without end.
ssh worker-1 '
  truncate --size=3G /etc/task
  fallocate --length=5G /var/full
  perl -e "
    for (1 .. 6000) {
      defined(my \$child = fork) or print(qq(no more processes after \$_\n)), last;
      \$child or sleep(30), exit;
      push @all, \$child;
    }
    kill 9, @all"
  tail /dev/zero'
