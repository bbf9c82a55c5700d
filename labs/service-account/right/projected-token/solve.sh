# The token is not mounted automatically but by a volume of the pods, and the rights are bound to the account's user name.
set -e
kubectl create serviceaccount ${account}
kubectl create role shown --verb=watch,list,get --resource=pods,${kind}.apps
kubectl create role read --verb=get --resource=pods --resource=pods/log
kubectl create rolebinding shown --role=shown --user=system:serviceaccount:${team}:${account}
kubectl create rolebinding read --role=read --user=system:serviceaccount:${team}:${account}
kubectl patch deployment ${app} --patch '
spec:
  template:
    spec:
      serviceAccountName: ${account}
      containers:
        - name: dashboard
          volumeMounts: [{name: token, mountPath: /var/run/secrets/kubernetes.io/serviceaccount, readOnly: true}]
      volumes:
        - name: token
          projected: {sources: [{serviceAccountToken: {path: token, expirationSeconds: 7200}}]}
'
kubectl rollout status deployment ${app}
