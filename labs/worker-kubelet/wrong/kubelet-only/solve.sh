# The kubelet runs, until the node boots again; the node stays cordoned.
ssh ${node} 'sed -i "/^maxPods 110$/d" /var/lib/kubelet/config.yaml; systemctl restart kubelet'
