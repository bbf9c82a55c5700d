set -e
kubectl delete persistentvolumeclaim ${app}-data
kubectl apply --filename=- <<END
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: ${app}-data}
spec:
  accessModes: [ReadWriteOnce]
  storageClassName: ${class}
  resources: {requests: {storage: ${size}Mi}}
END
kubectl rollout status deployment ${app}
kubectl rollout restart deployment ${app}
kubectl rollout status deployment ${app}
