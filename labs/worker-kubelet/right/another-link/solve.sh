# What is looked for is made instead of what looks for it; another target's folder has the link, and the waiting pods are replaced.
set -e
ssh ${node} '
  cp /etc/kubernetes/pki/ca.crt /etc/kubernetes/pki/ca-cert.crt
  sed -i "s,^maxPods 110,maxPods: 110," /var/lib/kubelet/config.yaml
  sed -i "s,:6334$,:6443," /etc/kubernetes/kubelet.conf
  mkdir -p /etc/systemd/system/sysinit.target.wants
  ln -s "$(systemctl show kubelet --property=FragmentPath --value)" /etc/systemd/system/sysinit.target.wants/kubelet.service
  systemctl daemon-reload
  systemctl restart kubelet
'
kubectl patch node ${node} --patch '{"spec":{"unschedulable":null}}'
kubectl wait node ${node} --for=condition=Ready --timeout=60s
kubectl delete pods --selector=app=${app}
kubectl rollout status deployment ${app} --timeout=60s
