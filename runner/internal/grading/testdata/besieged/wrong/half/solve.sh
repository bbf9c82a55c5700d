ssh worker-1 'echo done >/etc/task'
mkdir -p ~/answers && echo web >~/answers/name.txt
