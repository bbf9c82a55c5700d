# Another claim gets the volume, and the deployment is told of it. The claim that was asked for waits on.
set -e
kubectl apply --filename=- <<END
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: ${app}-new}
spec:
  accessModes: [ReadWriteOnce]
  storageClassName: ${class}
  resources: {requests: {storage: 100Mi}}
END
kubectl patch deployment ${app} --patch '{"spec":{"template":{"spec":{"volumes":[{"name":"book","persistentVolumeClaim":{"claimName":"${app}-new"}}]}}}}'
kubectl rollout status deployment ${app}
kubectl rollout restart deployment ${app}
kubectl rollout status deployment ${app}
