# It works, and so would everything else.
set -e
kubectl create serviceaccount ${account}
kubectl create clusterrolebinding ${account} --clusterrole=cluster-admin --serviceaccount=${team}:${account}
kubectl patch deployment ${app} --patch '{"spec":{"template":{"spec":{"serviceAccountName":"${account}","automountServiceAccountToken":true}}}}'
kubectl rollout status deployment ${app}
