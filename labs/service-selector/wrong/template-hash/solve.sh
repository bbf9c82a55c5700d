# The label that only these pods have tells them from all others: from those of the next update, too.
set -e
hash=$(kubectl get replicasets --selector=app=${app},tier=web --output=jsonpath='{.items[*].metadata.labels.pod-template-hash}')
kubectl set selector service ${app} app=${app},pod-template-hash=$hash
kubectl create service clusterip ${alias} --tcp=${port}:80
kubectl set selector service ${alias} pod-template-hash=$hash
