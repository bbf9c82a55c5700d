# The claim is mended and bound, and nobody uses it: the pod has a folder of its own.
set -e
kubectl delete persistentvolumeclaim ${app}-data
kubectl apply --filename=- <<END
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: ${app}-data}
spec:
  accessModes: [ReadWriteOnce]
  storageClassName: ${class}
  resources: {requests: {storage: 100Mi}}
END
kubectl patch deployment ${app} --patch '{"spec":{"template":{"spec":{"volumes":[{"name":"book","persistentVolumeClaim":null,"emptyDir":{}}]}}}}'
kubectl rollout status deployment ${app}
kubectl rollout restart deployment ${app}
kubectl rollout status deployment ${app}
