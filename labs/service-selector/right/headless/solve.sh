# The name of the app leads straight to its pods, which listen at the port that is asked for; the other name needs an address of its own.
set -e
kubectl delete service ${app}
kubectl create service clusterip ${app} --clusterip=None --tcp=80
kubectl set selector service ${app} app=${app},tier=web
kubectl create service loadbalancer ${alias} --tcp=${port}:80
kubectl set selector service ${alias} tier=web,app=${app}
for try in $(seq 40); do
  kubectl exec client -- wget -q -O - -T 1 http://${app} && break
  sleep 0.5
done
