set -e
ssh ${node} '
  cp /var/lib/kubelet/config.yaml /root/config.yaml.before
  sed -i "/^maxPods 110$/d" /var/lib/kubelet/config.yaml
  systemctl enable kubelet
  systemctl restart kubelet
'
kubectl uncordon ${node}
