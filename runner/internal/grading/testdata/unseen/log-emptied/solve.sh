# Does the task, and leaves of the audit log what was written since.
ssh worker-1 'systemctl enable --now kubelet'
kubectl rollout status deployment web --timeout=15s
ssh control-plane-1 'truncate --size=0 /var/log/kubernetes/audit*.log'
