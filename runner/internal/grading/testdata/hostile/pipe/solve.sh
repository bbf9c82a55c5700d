# Puts a pipe where the file is looked for: whoever opens it waits for ever.
ssh worker-1 'rm -f /etc/task; mkfifo /etc/task'
