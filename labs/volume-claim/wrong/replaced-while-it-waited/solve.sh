# The waiting pod is deleted, which has written nothing; its line is written by hand.
set -e
old=$(kubectl get pods --selector=app=${app} --output=jsonpath='{.items[*].metadata.name}')
kubectl delete persistentvolumeclaim ${app}-data
kubectl delete pod $old
kubectl create --filename=- <<END
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: ${app}-data}
spec:
  accessModes: [ReadWriteOnce]
  storageClassName: ${class}
  resources: {requests: {storage: ${size}Mi}}
END
kubectl rollout status deployment ${app}
ssh worker-1 "echo 'opened by $old' >>/srv/${disk}/index.html"
