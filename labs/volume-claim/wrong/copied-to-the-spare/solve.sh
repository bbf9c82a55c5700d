# The claim gets the other volume, to which the book has been copied.
set -e
ssh worker-1 'cp /srv/${disk}/index.html /srv/spare/'
kubectl delete persistentvolumeclaim ${app}-data
kubectl create --filename=- <<END
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: ${app}-data}
spec:
  accessModes: [ReadWriteOnce]
  storageClassName: spare
  resources: {requests: {storage: ${size}Mi}}
END
kubectl rollout status deployment ${app}
kubectl delete pods --selector=app=${app}
kubectl rollout status deployment ${app}
