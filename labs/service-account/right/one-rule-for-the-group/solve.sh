# One rule says every verb of every resource: to list a log is nothing that can be done. All accounts of the
# namespace have the rights, this one among them.
set -e
kubectl create serviceaccount ${account}
kubectl apply --filename=- <<END
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: dashboards}
rules: [{apiGroups: ["", apps], resources: [pods, pods/log, ${kind}], verbs: [get, list, watch]}]
END
kubectl create rolebinding dashboards --role=dashboards --group=system:serviceaccounts:${team}
kubectl patch deployment ${app} --type=json --patch '[
  {"op": "add", "path": "/spec/template/spec/serviceAccountName", "value": "${account}"},
  {"op": "remove", "path": "/spec/template/spec/automountServiceAccountToken"}]'
kubectl rollout status deployment ${app}
