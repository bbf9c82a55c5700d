# The broken files stay, and a drop-in lets the kubelet read others; another drop-in has the system want the kubelet.
set -e
ssh ${node} '
  set -e
  sed "/^maxPods 110$/d; s,ca-cert.crt,ca.crt," /var/lib/kubelet/config.yaml >/etc/kubernetes/kubelet-config.yaml
  sed "s,:6334$,:6443," /etc/kubernetes/kubelet.conf >/etc/kubernetes/kubelet-mended.conf
  start=$(systemctl cat kubelet | grep "^ExecStart=/" | tail -n 1)
  mkdir -p /etc/systemd/system/kubelet.service.d /etc/systemd/system/multi-user.target.d
  printf "[Service]\nExecStart=\n%s\n" \
    "$start --config=/etc/kubernetes/kubelet-config.yaml --kubeconfig=/etc/kubernetes/kubelet-mended.conf" \
    >/etc/systemd/system/kubelet.service.d/50-mended.conf
  printf "[Unit]\nWants=kubelet.service\n" >/etc/systemd/system/multi-user.target.d/50-kubelet.conf
  systemctl daemon-reload
  systemctl restart kubelet
'
kubectl uncordon ${node}
