# The claim asks for next to nothing, and for the volume by its name; the pod is drained off its node.
set -e
kubectl replace --force --filename=- <<END
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: ${app}-data}
spec:
  accessModes: [ReadWriteOnce]
  storageClassName: ${class}
  resources: {requests: {storage: 1Mi}}
  volumeName: ${disk}
END
kubectl rollout status deployment ${app}
kubectl drain worker-1 --pod-selector=app=${app} --ignore-daemonsets
kubectl uncordon worker-1
kubectl rollout status deployment ${app}
