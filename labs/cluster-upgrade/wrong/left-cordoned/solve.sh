# All is upgraded, and what was drained stays out of service.
set -e
ssh control-plane-1 '
  set -e
  apt-get update
  apt-get install --yes --allow-change-held-packages kubeadm
  kubeadm upgrade apply v1.36.3 --yes --ignore-preflight-errors=SystemVerification
'
until kubectl drain control-plane-1 --ignore-daemonsets; do sleep 1; done
until kubectl drain worker-1 --ignore-daemonsets; do sleep 1; done
ssh control-plane-1 'apt-get install --yes --allow-change-held-packages kubelet && systemctl restart kubelet'
ssh worker-1 '
  set -e
  apt-get update
  apt-get install --yes --allow-change-held-packages kubeadm kubelet
  kubeadm upgrade node --ignore-preflight-errors=SystemVerification
  systemctl restart kubelet
'
