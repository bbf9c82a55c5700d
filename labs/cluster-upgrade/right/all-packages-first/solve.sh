# All packages at once: the kubelets that run are replaced only when they are started again.
set -e
for node in worker-1 control-plane-1; do
  ssh $node 'apt-mark unhold kubeadm kubelet kubectl && apt-get update && apt-get upgrade --yes'
done
ssh control-plane-1 kubeadm upgrade apply v1.36.3 --yes --ignore-preflight-errors=SystemVerification
until kubectl get --raw=/readyz; do sleep 1; done
ssh control-plane-1 'systemctl restart kubelet'
ssh worker-1 'kubeadm upgrade node --ignore-preflight-errors=SystemVerification && systemctl restart kubelet'
