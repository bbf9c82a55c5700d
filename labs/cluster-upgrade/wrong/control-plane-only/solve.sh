# kubeadm upgrade apply says SUCCESS. The kubelets are not its business.
set -e
ssh control-plane-1 '
  set -e
  apt-get update
  apt-get install --yes --allow-change-held-packages kubeadm
  kubeadm upgrade apply v1.36.3 --yes --ignore-preflight-errors=SystemVerification
'
