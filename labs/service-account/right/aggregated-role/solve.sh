# The rights come from cluster roles that are aggregated into one, which is bound in this namespace only.
set -e
kubectl create serviceaccount ${account}
kubectl create clusterrole ${account}-pods --verb=get,list,watch --resource=pods,${kind}.apps
kubectl create clusterrole ${account}-logs --verb=get --resource=pods/log
kubectl label clusterrole ${account}-pods ${account}-logs for=${account}
kubectl create clusterrole ${account} --aggregation-rule=for=${account}
kubectl create rolebinding ${account} --clusterrole=${account} --serviceaccount=${team}:${account}
kubectl get deployment ${app} --output=yaml |
  sed 's/automountServiceAccountToken: false/serviceAccountName: ${account}/' |
  kubectl replace --force --filename=-
kubectl rollout status deployment ${app}
