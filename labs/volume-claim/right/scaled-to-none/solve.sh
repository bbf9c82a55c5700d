# No pod is there while the claim is made anew; the one that runs later is killed, without grace.
set -e
kubectl scale deployment ${app} --replicas=0
kubectl delete persistentvolumeclaim ${app}-data
kubectl create --filename=- <<END
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: ${app}-data}
spec:
  accessModes: [ReadWriteOnce]
  storageClassName: ${class}
  resources: {requests: {storage: ${size}Mi}}
END
kubectl scale deployment ${app} --replicas=1
kubectl rollout status deployment ${app}
kubectl delete pods --selector=app=${app} --grace-period=0 --force
kubectl rollout status deployment ${app}
