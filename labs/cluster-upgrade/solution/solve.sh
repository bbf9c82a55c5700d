set -e
ssh control-plane-1 '
  set -e
  apt-mark unhold kubeadm
  apt-get update
  apt-get install --yes kubeadm=1.36.*
  apt-mark hold kubeadm
  kubeadm upgrade apply "$(kubeadm version --output short)" --yes --ignore-preflight-errors=SystemVerification
'
until kubectl get --raw=/readyz; do sleep 1; done
kubectl drain control-plane-1 --ignore-daemonsets
ssh control-plane-1 '
  set -e
  apt-mark unhold kubelet kubectl
  apt-get install --yes kubelet=1.36.* kubectl=1.36.*
  apt-mark hold kubelet kubectl
  systemctl daemon-reload
  systemctl restart kubelet
'
kubectl uncordon control-plane-1

kubectl drain worker-1 --ignore-daemonsets
ssh worker-1 '
  set -e
  apt-mark unhold kubeadm kubelet kubectl
  apt-get update
  apt-get install --yes kubeadm=1.36.*
  kubeadm upgrade node --ignore-preflight-errors=SystemVerification
  apt-get install --yes kubelet=1.36.* kubectl=1.36.*
  apt-mark hold kubeadm kubelet kubectl
  systemctl daemon-reload
  systemctl restart kubelet
'
kubectl uncordon worker-1
