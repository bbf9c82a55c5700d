# Two keys of the snapshot are written into the etcd that runs; nothing is restored.
set -e
ssh control-plane-1 '
  set -e
  cd /etc/kubernetes/pki/etcd
  live="etcdctl --cacert=ca.crt --cert=server.crt --key=server.key"
  $live snapshot save /var/backups/etcd/${snapshot}.db
  etcdutl snapshot restore /var/backups/etcd/${backup}.db --data-dir=/root/beside
  cp /proc/$(pgrep --exact etcd)/root/usr/local/bin/etcd /root/etcd
  /root/etcd --data-dir=/root/beside --listen-peer-urls=http://127.0.0.1:12380 \
    --listen-client-urls=http://127.0.0.1:12379 --advertise-client-urls=http://127.0.0.1:12379 >/root/beside.log 2>&1 </dev/null &
  beside="etcdctl --endpoints=http://127.0.0.1:12379"
  until $beside endpoint health; do sleep 0.5; done
  for key in /registry/configmaps/${team}/${app}-settings /registry/deployments/${team}/${app}; do
    $beside get $key --write-out=json | sed "s/.*\"value\":\"\([^\"]*\)\".*/\1/" | base64 --decode >/root/value
    $live put $key </root/value
  done
  kill %1
'
kubectl delete configmap ${later}
kubectl rollout status deployment ${app} --timeout=60s
