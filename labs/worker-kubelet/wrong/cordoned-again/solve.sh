# The pods run, and the node is left as it was found: the next pod would wait.
set -e
ssh ${node} '
  sed -i "/^maxPods 110$/d; s,ca-cert.crt,ca.crt," /var/lib/kubelet/config.yaml
  sed -i "s,:6334$,:6443," /etc/kubernetes/kubelet.conf
  systemctl enable kubelet
  systemctl restart kubelet
'
kubectl uncordon ${node}
kubectl rollout status deployment ${app} --timeout=60s
kubectl cordon ${node}
