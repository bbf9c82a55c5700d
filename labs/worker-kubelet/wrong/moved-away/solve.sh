# The node is mended, and its pods are sent elsewhere instead.
set -e
ssh ${node} '
  sed -i "/^maxPods 110$/d; s,ca-cert.crt,ca.crt," /var/lib/kubelet/config.yaml
  sed -i "s,:6334$,:6443," /etc/kubernetes/kubelet.conf
  systemctl enable kubelet
  systemctl restart kubelet
'
kubectl patch deployment ${app} --patch '{"spec":{"template":{"spec":{"nodeSelector":null}}}}'
