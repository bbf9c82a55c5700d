# The images alone: kubeadm, the kubelets and kube-proxy know nothing of it.
set -e
ssh control-plane-1 '
  sed --in-place "s/:v1\.35\.[0-9]*$/:v1.36.3/" /etc/kubernetes/manifests/kube-*.yaml
'
