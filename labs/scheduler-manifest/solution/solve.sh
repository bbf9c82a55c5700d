set -e
# kubectl logs, or describe, tells which of these it is.
kubectl logs --namespace=kube-system kube-scheduler-control-plane-1 --tail=3 || true
ssh control-plane-1 '
  cp /etc/kubernetes/manifests/kube-scheduler.yaml /root/kube-scheduler.yaml.before
  sed "
    s,--leader-election=true,--leader-elect=true,
    s,kube-scheduler:v11\.,kube-scheduler:v1.,
    s,- --kubeconfig=/etc/kubernetes/schedulers.conf,- --kubeconfig=/etc/kubernetes/scheduler.conf,
  " /root/kube-scheduler.yaml.before >/etc/kubernetes/manifests/kube-scheduler.yaml
'
kubectl rollout status deployment ${app} --timeout=90s
