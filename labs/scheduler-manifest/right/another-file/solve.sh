# The manifest gets another name and loses a flag that says the default; the pods are made anew once there is a scheduler.
set -e
ssh control-plane-1 '
  set -e
  cd /etc/kubernetes/manifests
  sed "/--leader-elect/d; s,kube-scheduler:v11\.,kube-scheduler:v1.,; s,/schedulers.conf,/scheduler.conf," kube-scheduler.yaml >/root/scheduler.yaml
  rm kube-scheduler.yaml
  sleep 2
  mv /root/scheduler.yaml .
'
kubectl scale deployment ${app} --replicas=0
kubectl wait pods --selector=app=${app} --for=delete --timeout=60s
kubectl scale deployment ${app} --replicas=${replicas}
kubectl rollout status deployment ${app} --timeout=90s
