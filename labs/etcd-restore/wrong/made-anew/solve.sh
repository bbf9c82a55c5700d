# What was deleted is made again: it looks the same, and is something else.
set -e
ssh control-plane-1 'cd /etc/kubernetes/pki/etcd
  etcdctl --cacert=ca.crt --cert=server.crt --key=server.key snapshot save /var/backups/etcd/${snapshot}.db'
kubectl delete configmap ${later}
kubectl create configmap ${app}-settings --from-literal=greeting="hello from ${app}"
kubectl create deployment ${app} --image=nginx --replicas=2
kubectl rollout status deployment ${app} --timeout=60s
