set -e
kubectl create serviceaccount ${account}
kubectl create role ${account} --verb=get,list,watch --resource=pods,${kind}.apps
kubectl create role ${account}-logs --verb=get --resource=pods/log
kubectl create rolebinding ${account} --role=${account} --serviceaccount=${team}:${account}
kubectl create rolebinding ${account}-logs --role=${account}-logs --serviceaccount=${team}:${account}
kubectl patch deployment ${app} --patch '{"spec":{"template":{"spec":{"serviceAccountName":"${account}","automountServiceAccountToken":true}}}}'
kubectl rollout status deployment ${app}
