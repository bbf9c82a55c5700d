# The selector is too wide, and what it finds beside the app is put away.
set -e
kubectl scale deployment cache --replicas=0
kubectl set selector service ${app} app=${app}
kubectl create service clusterip ${alias} --tcp=${port}:80
kubectl set selector service ${alias} app=${app}
