ssh worker-1 'systemctl start kubelet'
