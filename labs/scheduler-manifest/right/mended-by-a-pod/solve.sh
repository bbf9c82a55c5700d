# A pod that names its node mends the manifest there, without ssh; then the deployment is restarted.
set -e
kubectl apply --filename=- <<'END'
apiVersion: v1
kind: Pod
metadata: {name: mend, namespace: kube-system}
spec:
  nodeName: control-plane-1
  restartPolicy: Never
  containers:
    - name: mend
      image: busybox
      command:
        - sh
        - -c
        - |
          cd /manifests
          sed 's,leader-election=,leader-elect=,; s,kube-scheduler:v11\.,kube-scheduler:v1.,; s,/schedulers.conf,/scheduler.conf,' kube-scheduler.yaml >/tmp/mended
          cat /tmp/mended >kube-scheduler.yaml
      volumeMounts: [{name: manifests, mountPath: /manifests}]
  volumes: [{name: manifests, hostPath: {path: /etc/kubernetes/manifests}}]
END
kubectl wait pod mend --namespace=kube-system --for=jsonpath='{.status.phase}'=Succeeded --timeout=60s
kubectl delete pod mend --namespace=kube-system
kubectl rollout restart deployment ${app}
kubectl rollout status deployment ${app} --timeout=90s
