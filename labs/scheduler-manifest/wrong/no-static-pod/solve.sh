# A pod of the right name is created that is no static one; the manifest is put away.
set -e
ssh control-plane-1 mv /etc/kubernetes/manifests/kube-scheduler.yaml /root
image=$(kubectl get pod --namespace=kube-system kube-controller-manager-control-plane-1 --output=jsonpath='{.spec.containers[0].image}')
kubectl wait pod --namespace=kube-system kube-scheduler-control-plane-1 --for=delete --timeout=60s
kubectl create --filename=- <<END
apiVersion: v1
kind: Pod
metadata: {name: kube-scheduler-control-plane-1, namespace: kube-system}
spec:
  nodeName: control-plane-1
  hostNetwork: true
  containers:
    - name: kube-scheduler
      image: $(echo "$image" | sed s/controller-manager/scheduler/)
      command: [kube-scheduler, --kubeconfig=/etc/kubernetes/scheduler.conf]
      volumeMounts: [{name: kubeconfig, mountPath: /etc/kubernetes/scheduler.conf, readOnly: true}]
  volumes: [{name: kubeconfig, hostPath: {path: /etc/kubernetes/scheduler.conf, type: File}}]
END
kubectl rollout status deployment ${app} --timeout=90s
