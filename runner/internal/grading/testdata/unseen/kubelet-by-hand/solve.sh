# Has the kubelet run by systemd-run, in a unit that is gone after a boot.
ssh worker-1 '
  . /var/lib/kubelet/kubeadm-flags.env
  systemd-run --unit=kubelet-by-hand --quiet /usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf --config=/var/lib/kubelet/config.yaml $KUBELET_KUBEADM_ARGS'
