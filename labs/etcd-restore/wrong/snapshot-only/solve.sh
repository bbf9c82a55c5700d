# Nothing is restored but into a folder that nobody uses.
ssh control-plane-1 '
  set -e
  cd /etc/kubernetes/pki/etcd
  etcdctl --cacert=ca.crt --cert=server.crt --key=server.key snapshot save /var/backups/etcd/${snapshot}.db
  etcdutl snapshot restore /var/backups/etcd/${backup}.db --data-dir=/var/lib/etcd-restored
'
