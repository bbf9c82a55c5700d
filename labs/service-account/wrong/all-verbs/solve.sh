# The right resources with all verbs; and the pods are still given no token.
set -e
kubectl create serviceaccount ${account}
kubectl create role ${account} --verb='*' --resource=pods,pods/log,${kind}.apps
kubectl create rolebinding ${account} --role=${account} --serviceaccount=${team}:${account}
kubectl set serviceaccount deployment ${app} ${account}
