# On the worker the student sees the grader's processes, and kills them as fast as they come.
ssh worker-1 '
  cat >/root/hunt <<"HUNT"
while :; do
  for it in /proc/[0-9]*; do
    read -r name <"$it/comm" || continue
    case $name in
    bash | cat | sleep | nsenter | curl) [[ $(<"$it/cmdline") == *hunt* ]] || kill -KILL "${it#/proc/}" ;;
    esac
  done
done 2>/dev/null
HUNT
  systemd-run --unit=hunt --quiet bash /root/hunt'
