# The right verbs, in every namespace.
set -e
kubectl create serviceaccount ${account}
kubectl create clusterrole ${account} --verb=get,list,watch --resource=pods,pods/log,${kind}.apps
kubectl create clusterrolebinding ${account} --clusterrole=${account} --serviceaccount=${team}:${account}
kubectl patch deployment ${app} --patch '{"spec":{"template":{"spec":{"serviceAccountName":"${account}","automountServiceAccountToken":true}}}}'
kubectl rollout status deployment ${app}
