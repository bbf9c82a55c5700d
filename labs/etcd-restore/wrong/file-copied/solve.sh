# The file of the database is copied in place of a snapshot: it has no checksum, and lacks what is in the log only.
set -e
ssh control-plane-1 '
  set -e
  cp /var/lib/etcd/member/snap/db /var/backups/etcd/${snapshot}.db
  etcdutl snapshot restore /var/backups/etcd/${backup}.db --data-dir=/var/lib/etcd-restored \
    --bump-revision=1000000000 --mark-compacted

  # Static pods end when their manifests leave the folder.
  mkdir /root/manifests
  mv /etc/kubernetes/manifests/*.yaml /root/manifests
  while crictl ps --quiet --name "^(etcd|kube-apiserver|kube-controller-manager|kube-scheduler)$" | grep --quiet .; do sleep 0.5; done

  mv /var/lib/etcd /root/etcd.before
  mv /var/lib/etcd-restored /var/lib/etcd
  mv /root/manifests/*.yaml /etc/kubernetes/manifests
'
until kubectl get --raw=/readyz; do sleep 1; done
# The pods of the snapshot ended long ago: each kubelet looks anew at what it has to run.
for node in control-plane-1 worker-1; do ssh $node systemctl restart kubelet; done
kubectl wait --for=condition=Ready node --all --timeout=60s
kubectl rollout status deployment ${app} --timeout=60s
