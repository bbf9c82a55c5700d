set -e
ssh ${node} '
  # journalctl tells which of these it is.
  journalctl -u kubelet --no-pager --lines=3
  sed -i "/^maxPods 110$/d; s,ca-cert.crt,ca.crt," /var/lib/kubelet/config.yaml
  sed -i "s,:6334$,:6443," /etc/kubernetes/kubelet.conf
  systemctl enable kubelet
  systemctl restart kubelet
'
kubectl uncordon ${node}
