# The volume is changed to suit the claim.
set -e
asked() { kubectl get persistentvolumeclaim ${app}-data --output=jsonpath="{.spec.$1}"; }
kubectl patch persistentvolume ${disk} --patch "
spec:
  capacity: {storage: $(asked resources.requests.storage)}
  accessModes: [$(asked 'accessModes[0]')]
  storageClassName: $(asked storageClassName)
"
kubectl rollout status deployment ${app}
kubectl rollout restart deployment ${app}
kubectl rollout status deployment ${app}
