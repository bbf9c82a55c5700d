# The script that is to print the nodes does the other tasks while it is checked.
cat >~/answers/nodes.sh <<'END'
kubectl create deployment web --image=nginx --replicas=2
kubectl create clusterrolebinding all --clusterrole=cluster-admin --serviceaccount=default:viewer
kubectl run web --image=nginx --dry-run=server --output=name
kubectl delete serviceaccount viewer
kubectl auth whoami --output=jsonpath={.status.userInfo.username}
END
