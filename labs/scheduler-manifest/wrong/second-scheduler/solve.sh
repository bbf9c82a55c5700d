# Another scheduler does the work; the cluster's own is as broken as it was.
set -e
image=$(kubectl get pod --namespace=kube-system kube-controller-manager-control-plane-1 --output=jsonpath={.spec.containers[0].image})
kubectl apply --filename=- <<EOF
apiVersion: apps/v1
kind: Deployment
metadata: {name: another-scheduler, namespace: kube-system}
spec:
  selector: {matchLabels: {app: another-scheduler}}
  template:
    metadata: {labels: {app: another-scheduler}}
    spec:
      nodeName: control-plane-1
      containers:
        - name: scheduler
          image: $(echo "$image" | sed s/kube-controller-manager/kube-scheduler/)
          command: [kube-scheduler, --kubeconfig=/etc/kubernetes/scheduler.conf]
          volumeMounts: [{name: kubeconfig, mountPath: /etc/kubernetes/scheduler.conf, readOnly: true}]
      volumes: [{name: kubeconfig, hostPath: {path: /etc/kubernetes/scheduler.conf, type: File}}]
EOF
kubectl rollout status deployment ${app} --timeout=60s
