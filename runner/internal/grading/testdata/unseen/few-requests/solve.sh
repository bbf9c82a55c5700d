# Does the task, and has the API server answer one request at a time, while a node asks without end.
ssh worker-1 'systemctl enable --now kubelet'
kubectl rollout status deployment web --timeout=20s
ssh control-plane-1 '
  cp /etc/kubernetes/manifests/kube-apiserver.yaml /root/
  sed --in-place "s/^    - kube-apiserver$/&\n    - --enable-priority-and-fairness=false\n    - --max-requests-inflight=1\n    - --max-mutating-requests-inflight=1/" /etc/kubernetes/manifests/kube-apiserver.yaml
  sleep 5
  until kubectl --kubeconfig=/etc/kubernetes/admin.conf get --raw=/readyz >/dev/null 2>&1; do sleep 1; done
  pgrep --full --list-full -- --max-requests-inflight=1 | cut --characters=1-30
  systemd-run --unit=asking --quiet bash -c "while :; do for i in 1 2 3 4; do kubectl --kubeconfig=/etc/kubernetes/scheduler.conf get pods --all-namespaces >/dev/null 2>&1 & done; wait; done"'
