# The files are copied from the other worker; the service stays disabled, and a timer starts it after the boot.
set -e
other=worker-1
if [ ${node} = worker-1 ]; then other=worker-2; fi
ssh $other cat /var/lib/kubelet/config.yaml </dev/null | ssh ${node} 'cat >/var/lib/kubelet/config.yaml'
ssh $other cat /etc/kubernetes/kubelet.conf </dev/null | sed "s/$other/${node}/g" | ssh ${node} 'cat >/etc/kubernetes/kubelet.conf'
ssh ${node} '
  printf "[Timer]\nOnBootSec=2s\nUnit=kubelet.service\n[Install]\nWantedBy=timers.target\n" >/etc/systemd/system/start-kubelet.timer
  systemctl daemon-reload
  systemctl enable start-kubelet.timer
  systemctl restart kubelet
'
kubectl uncordon ${node}
