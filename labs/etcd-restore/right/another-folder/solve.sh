# The etcd in the pod saves the snapshot, the manifest leads etcd to the restored folder, and what was lost is written again.
set -e
pki=/etc/kubernetes/pki/etcd
kubectl exec --namespace=kube-system etcd-control-plane-1 -- \
  etcdctl --cacert=$pki/ca.crt --cert=$pki/server.crt --key=$pki/server.key snapshot save /var/lib/etcd/saved.db
ssh control-plane-1 '
  set -e
  mv /var/lib/etcd/saved.db /var/backups/etcd/${snapshot}.db
  etcdutl snapshot restore /var/backups/etcd/${backup}.db --data-dir=/var/lib/etcd-restored \
    --bump-revision=1000000000 --mark-compacted
  mkdir /root/manifests
  mv /etc/kubernetes/manifests/*.yaml /root/manifests
  while crictl ps --quiet --name "^(etcd|kube-apiserver|kube-controller-manager|kube-scheduler)$" | grep --quiet .; do sleep 0.5; done
  sed -i "s,path: /var/lib/etcd$,path: /var/lib/etcd-restored," /root/manifests/etcd.yaml
  mv /root/manifests/*.yaml /etc/kubernetes/manifests
'
until kubectl get --raw=/readyz; do sleep 1; done
for node in control-plane-1 worker-1; do ssh $node systemctl restart kubelet; done
kubectl wait --for=condition=Ready node --all --timeout=60s
kubectl rollout status deployment ${app} --timeout=60s
kubectl create configmap ${later} --from-literal=written=later
