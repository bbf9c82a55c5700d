# The volume is made anew so that it suits the claim, in another folder: the book is lost.
set -e
asked() { kubectl get persistentvolumeclaim ${app}-data --output=jsonpath="{.spec.$1}"; }
kubectl delete persistentvolume ${disk}
kubectl apply --filename=- <<END
apiVersion: v1
kind: PersistentVolume
metadata: {name: ${disk}}
spec:
  capacity: {storage: $(asked resources.requests.storage)}
  accessModes: ["$(asked 'accessModes[0]')"]
  storageClassName: $(asked storageClassName)
  hostPath: {path: /var/lib/${disk}, type: DirectoryOrCreate}
END
kubectl rollout status deployment ${app}
kubectl rollout restart deployment ${app}
kubectl rollout status deployment ${app}
