# The service is enabled and as broken as it was; a kubelet with mended copies of its files runs until the node boots.
set -e
ssh ${node} '
  systemctl enable kubelet
  systemctl stop kubelet
  mkdir /run/mended
  sed "/^maxPods 110$/d; s,ca-cert.crt,ca.crt," /var/lib/kubelet/config.yaml >/run/mended/config.yaml
  sed "s,:6334$,:6443," /etc/kubernetes/kubelet.conf >/run/mended/kubelet.conf
  start=$(systemctl cat kubelet | sed -n "s,^ExecStart=/,/,p" | tail -n 1)
  . /var/lib/kubelet/kubeadm-flags.env
  export KUBELET_KUBEADM_ARGS KUBELET_KUBECONFIG_ARGS= KUBELET_CONFIG_ARGS= KUBELET_EXTRA_ARGS=
  systemd-run --unit=a-kubelet $(eval echo "$start") --config=/run/mended/config.yaml --kubeconfig=/run/mended/kubelet.conf
'
kubectl uncordon ${node}
