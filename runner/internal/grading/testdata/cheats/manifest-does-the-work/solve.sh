# The manifest that is only to be looked at would do the second task.
kubectl create deployment web --image=nginx --replicas=2 --dry-run=client --output=yaml >~/answers/quota.yaml
