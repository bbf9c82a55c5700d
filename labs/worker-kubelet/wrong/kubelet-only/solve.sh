# The kubelet runs, until the node boots again; the node stays cordoned.
ssh ${node} '
  sed -i "/^maxPods 110$/d; s,ca-cert.crt,ca.crt," /var/lib/kubelet/config.yaml
  sed -i "s,:6334$,:6443," /etc/kubernetes/kubelet.conf
  systemctl restart kubelet
'
