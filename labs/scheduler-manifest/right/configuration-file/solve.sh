# The scheduler is told by a file what its flags said, and its manifest is written anew.
set -e
ssh control-plane-1 '
  set -e
  image=$(sed -n "s,.*image: ,,p" /etc/kubernetes/manifests/kube-controller-manager.yaml | sed s,controller-manager,scheduler,)
  cat >/etc/kubernetes/scheduler.yaml <<END
apiVersion: kubescheduler.config.k8s.io/v1
kind: KubeSchedulerConfiguration
clientConnection: {kubeconfig: /etc/kubernetes/scheduler.conf}
END
  cat >/root/kube-scheduler.yaml <<END
apiVersion: v1
kind: Pod
metadata: {name: kube-scheduler, namespace: kube-system}
spec:
  hostNetwork: true
  priorityClassName: system-node-critical
  containers:
    - name: scheduler
      image: $image
      command: [kube-scheduler, --config=/etc/kubernetes/scheduler.yaml]
      volumeMounts: [{name: kubernetes, mountPath: /etc/kubernetes, readOnly: true}]
  volumes: [{name: kubernetes, hostPath: {path: /etc/kubernetes}}]
END
  cp /root/kube-scheduler.yaml /etc/kubernetes/manifests/kube-scheduler.yaml
'
kubectl rollout status deployment ${app} --timeout=90s
