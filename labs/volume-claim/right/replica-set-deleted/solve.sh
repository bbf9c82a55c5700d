# The claim asks for half of what there is, and a ReplicaSet is deleted with its pod: the deployment makes both again.
set -e
kubectl delete persistentvolumeclaim ${app}-data
kubectl create --filename=- <<END
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: ${app}-data}
spec:
  accessModes: [ReadWriteOnce]
  storageClassName: ${class}
  resources: {requests: {storage: $((${size} / 2))Mi}}
END
kubectl rollout status deployment ${app}
kubectl delete replicaset --selector=app=${app} --cascade=foreground
sleep 2
kubectl rollout status deployment ${app}
