# The claim is mended; the line of a second pod is written by hand.
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
ssh worker-1 'echo "opened by ${app}-5d8f7c9b44-x2k7q" >>/srv/${disk}/index.html'
