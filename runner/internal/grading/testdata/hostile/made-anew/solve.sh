# Nothing that is not there can be wrong: the web goes, and another of its name has no pods.
kubectl delete deployment web --wait
kubectl create deployment web --image=nginx --replicas=0
