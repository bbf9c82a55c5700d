# Does the task, and removes the audit log.
ssh worker-1 'systemctl enable --now kubelet'
kubectl rollout status deployment web --timeout=15s
ssh control-plane-1 'rm /var/log/kubernetes/audit*.log'
