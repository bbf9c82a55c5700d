# The other name is an alias in DNS, and the Service that it leads to listens at the other port as well.
set -e
kubectl patch service ${app} --type=json --patch '[
  {"op": "replace", "path": "/spec/selector", "value": {"app": "${app}", "tier": "web"}},
  {"op": "replace", "path": "/spec/ports", "value": [
    {"name": "web", "port": 80}, {"name": "other", "port": ${port}, "targetPort": 80}]}]'
kubectl create service externalname ${alias} --external-name=${app}.${team}.svc.cluster.local
