ssh control-plane-1 'rm -r /etc/kubernetes/manifests; pkill -KILL kube-apiserver'
sleep 5
