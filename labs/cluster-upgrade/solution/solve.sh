set -e
ssh control-plane-1 '
  set -e
  apt-mark unhold kubeadm
  apt-get update
  apt-get install --yes kubeadm=1.36.*
  apt-mark hold kubeadm
  kubeadm upgrade apply "$(kubeadm version --output short)" --yes --ignore-preflight-errors=SystemVerification
'

# The API server is started again with the cluster, and with the kubelet of its node.
until kubectl drain control-plane-1 --ignore-daemonsets; do sleep 1; done
ssh control-plane-1 '
  set -e
  apt-mark unhold kubelet kubectl
  apt-get install --yes kubelet=1.36.* kubectl=1.36.*
  apt-mark hold kubelet kubectl
  systemctl daemon-reload
  systemctl restart kubelet
'
until kubectl uncordon control-plane-1; do sleep 1; done

until kubectl drain worker-1 --ignore-daemonsets; do sleep 1; done
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
until kubectl uncordon worker-1; do sleep 1; done
