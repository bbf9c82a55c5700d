set -e
cd ~/answers
echo 'kubectl get nodes --output=name | cut --delimiter=/ --fields=2' >nodes.sh
kubectl create deployment web --image=nginx --replicas=2
kubectl create role viewer --verb=list --resource=pods
kubectl create rolebinding viewer --role=viewer --serviceaccount=${namespace}:viewer
kubectl config view --raw --minify --flatten >viewer.kubeconfig
kubectl --kubeconfig=viewer.kubeconfig config set-credentials viewer --token="$(kubectl create token viewer)"
kubectl --kubeconfig=viewer.kubeconfig config set-context --current --user=viewer
kubectl create quota small --hard=pods=10 --namespace=${namespace} --dry-run=client --output=yaml >quota.yaml
echo web >name.txt
kubectl rollout status deployment web --timeout=60s
