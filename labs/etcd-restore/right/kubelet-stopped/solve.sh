# No manifest is touched: the kubelet stands still while the containers are stopped, and etcd is given its member anew.
set -e
ssh control-plane-1 '
  set -e
  cd /etc/kubernetes/pki/etcd
  etcdctl --cacert=ca.crt --cert=healthcheck-client.crt --key=healthcheck-client.key snapshot save /var/backups/etcd/${snapshot}.db
  systemctl stop kubelet
  crictl stop $(crictl ps --quiet --name "^(etcd|kube-apiserver|kube-controller-manager|kube-scheduler)$")
  peer=$(sed -n "s,.*--initial-advertise-peer-urls=,,p" /etc/kubernetes/manifests/etcd.yaml)
  etcdutl snapshot restore /var/backups/etcd/${backup}.db --data-dir=/root/restored --bump-revision=1000000000 --mark-compacted \
    --name=control-plane-1 --initial-cluster="control-plane-1=$peer" --initial-advertise-peer-urls="$peer"
  rm -r /var/lib/etcd/member
  mv /root/restored/member /var/lib/etcd/
  systemctl start kubelet
'
until kubectl get --raw=/readyz; do sleep 1; done
for node in control-plane-1 worker-1; do ssh $node systemctl restart kubelet; done
kubectl wait --for=condition=Ready node --all --timeout=60s
kubectl rollout status deployment ${app} --timeout=60s
