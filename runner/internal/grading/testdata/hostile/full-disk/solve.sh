# Fills all that can be filled, and leaves answers that are not for reading.
ln -s /etc/passwd ~/answers/name.txt
ln -s /proc/1/root ~/answers/everything
mkfifo ~/answers/pipe
truncate --size=8T ~/answers/sparse.txt
head --bytes=1M /dev/zero >~/answers/large.txt
for folder in ~ /tmp /var/tmp /run; do cat /dev/zero >$folder/zeros; done
dd if=/dev/zero of=/usr/zeros bs=1M count=1
for i in $(seq 30000); do echo >/tmp/$i || break; done 2>/dev/null
exit 0
