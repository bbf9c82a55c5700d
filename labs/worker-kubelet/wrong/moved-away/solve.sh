# The node is mended, and its pods are sent elsewhere instead.
set -e
ssh ${node} 'sed -i "/^maxPods 110$/d" /var/lib/kubelet/config.yaml; systemctl enable --now kubelet; systemctl restart kubelet'
kubectl patch deployment ${app} --patch '{"spec":{"template":{"spec":{"nodeSelector":null}}}}'
