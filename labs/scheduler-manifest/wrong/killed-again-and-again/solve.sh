# The scheduler works, and its new liveness probe asks for a page that it has not: it is killed again and again.
set -e
ssh control-plane-1 '
  sed "
    s,--leader-election=true,--leader-elect=true,
    s,kube-scheduler:v11\.,kube-scheduler:v1.,
    s,/schedulers.conf,/scheduler.conf,
    /livenessProbe:/,/name:/{s,/livez,/alive,; s,failureThreshold: .*,failureThreshold: 3,}
  " /etc/kubernetes/manifests/kube-scheduler.yaml >/root/kube-scheduler.yaml
  cp /root/kube-scheduler.yaml /etc/kubernetes/manifests/kube-scheduler.yaml
'
kubectl rollout status deployment ${app} --timeout=90s
