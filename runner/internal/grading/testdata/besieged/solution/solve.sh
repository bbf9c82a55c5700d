set -e
kubectl scale deployment web --replicas=2
ssh worker-1 'echo done >/etc/task'
mkdir -p ~/answers && echo web >~/answers/name.txt
