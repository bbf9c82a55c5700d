# All that was asked for, and what might come in useful: pods can be created, Secrets read, events deleted.
set -e
kubectl create serviceaccount ${account}
kubectl create role ${account} --verb=get,list,watch,create --resource=pods,${kind}.apps
kubectl create role ${account}-logs --verb=get --resource=pods/log,secrets
kubectl create role ${account}-more --verb='*' --resource=events,pods/portforward
for role in ${account} ${account}-logs ${account}-more; do
  kubectl create rolebinding $role --role=$role --serviceaccount=${team}:${account}
done
kubectl patch deployment ${app} --patch '{"spec":{"template":{"spec":{"serviceAccountName":"${account}","automountServiceAccountToken":true}}}}'
kubectl rollout status deployment ${app}
