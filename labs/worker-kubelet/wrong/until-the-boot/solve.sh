# All is well until the node boots: the link that enables the kubelet is in a folder that is empty then.
set -e
ssh ${node} '
  sed -i "/^maxPods 110$/d; s,ca-cert.crt,ca.crt," /var/lib/kubelet/config.yaml
  sed -i "s,:6334$,:6443," /etc/kubernetes/kubelet.conf
  systemctl enable --runtime kubelet
  systemctl restart kubelet
'
kubectl uncordon ${node}
