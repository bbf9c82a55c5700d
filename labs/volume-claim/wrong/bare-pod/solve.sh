# The claim is mended; another pod, which is not the deployment's, writes the second line while the first runs on.
set -e
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
kubectl rollout status deployment ${app}
kubectl apply --filename=- <<'END'
apiVersion: v1
kind: Pod
metadata: {name: ${app}-7c9d8b6f5d-q2x4z}
spec:
  restartPolicy: Never
  containers:
    - name: web
      image: nginx
      command: [bash, -c, 'echo "opened by $HOSTNAME" >>/book/index.html']
      volumeMounts: [{name: book, mountPath: /book}]
  volumes: [{name: book, persistentVolumeClaim: {claimName: ${app}-data}}]
END
kubectl wait pod ${app}-7c9d8b6f5d-q2x4z --for=jsonpath='{.status.phase}'=Succeeded --timeout=60s
