ssh worker-1 'systemctl enable --now kubelet'
