package reader_test

import "testing"

// TestRightChecksOfTheCurriculum uses checks as graders of exam tasks have them,
// from all domains. Lint accepts all of them.
func TestRightChecksOfTheCurriculum(t *testing.T) {
	for _, sentence := range []string{
		// cluster architecture, installation and configuration
		`within 5s "kubectl auth can-i create deployments --as=system:serviceaccount:${team}:viewer -n ${team}" prints "yes"`,
		`within 5s "kubectl get clusterrole deployer -o json | jq -r '.rules[] | select(.resources | index(\"deployments\")) | .verbs[]' | sort | tr '\n' ' '" prints "create"`,
		`within 5s "kubectl get rolebinding -n ${team} -o json | jq '[.items[] | select(.subjects[]?.name == \"viewer\")] | length'" prints exactly "1"`,
		`within 5s "kubectl get csr jane -o jsonpath='{.status.certificate}' | base64 -d | openssl x509 -noout -subject" prints "CN = jane"`,
		`within 5s "kubectl get csr jane -o jsonpath='{.status.conditions[?(@.type==\"Approved\")].status}'" prints exactly "True"`,
		`within 5s "[ "$(cat answers/context.txt)" = "$(kubectl config current-context)" ] && echo same" prints "same"`,
		`within 5s "kubectl get node worker-1 -o jsonpath={.status.nodeInfo.kubeletVersion}" prints "v1"`,
		`within 5s "etcdutl snapshot status /proc/1/root/opt/etcd.db -w json | jq .totalKey" on control-plane-1 prints "1"`,
		`within 5s "grep -- --data-dir /etc/kubernetes/manifests/etcd.yaml" on control-plane-1 prints "/var/lib/etcd-restore"`,
		`within 5s "ETCDCTL_API=3 etcdctl --endpoints=https://127.0.0.1:2379 --cacert=/etc/kubernetes/pki/etcd/ca.crt --cert=/etc/kubernetes/pki/etcd/server.crt --key=/etc/kubernetes/pki/etcd/server.key endpoint health" on control-plane-1 prints "healthy"`,
		`within 5s "openssl x509 -in /etc/kubernetes/pki/apiserver.crt -noout -checkend 25920000 && echo fresh" on control-plane-1 prints "fresh"`,
		`within 5s "kubectl get pod web-worker-1 -o jsonpath='{.metadata.annotations.kubernetes\.io/config\.source}'" prints exactly "file"`,
		`within 5s "diff <(kubectl get crd -o name | grep cert-manager | sort) <(sort answers/crds.txt) && echo same" prints "same"`,
		`within 5s "kubectl get pod -n kube-system kube-apiserver-control-plane-1 -o json | jq -r '.spec.containers[0].command[]' | grep -x -- --enable-admission-plugins=NodeRestriction,PodSecurity" prints "PodSecurity"`,
		// workloads and scheduling
		`within 5s "[ "$(kubectl get deploy ${app} -o jsonpath={.status.readyReplicas})" -ge 1 ] && echo ok" prints "ok"`,
		`within 5s "kubectl get deploy ${app} -o jsonpath='{.spec.strategy.rollingUpdate.maxSurge} {.spec.strategy.rollingUpdate.maxUnavailable}'" prints exactly "1 0"`,
		`within 5s "kubectl get rs -l app=${app} --no-headers | wc -l" prints exactly "2"`,
		`within 5s "kubectl exec deploy/${app} -- printenv LOG_LEVEL" prints exactly "debug"`,
		`within 5s "pod=$(kubectl get pods -l app=${app} -o jsonpath='{.items[*].metadata.name}' | cut -d' ' -f1); kubectl logs "pod/$pod" -c sidecar | tail -n 1" prints "GET"`,
		`within 5s "kubectl get hpa ${app} -o jsonpath='{.spec.minReplicas}-{.spec.maxReplicas}'" prints exactly "2-5"`,
		`within 5s "value=$(kubectl get priorityclass high -o jsonpath={.value}); [ "$value" -gt 1000 ] && [ "$value" -lt 1000000000 ] && echo ok" prints "ok"`,
		`within 5s "nodes=$(kubectl get pods -l app=${app} -o jsonpath='{range .items[*]}{.spec.nodeName}{\"\n\"}{end}' | sort -u | wc -l); (( nodes == 1 )) && echo spread" prints "spread"`,
		`within 5s "desired=$(kubectl get ds agent -o jsonpath={.status.desiredNumberScheduled}); ready=$(kubectl get ds agent -o jsonpath={.status.numberReady}); [ "$desired" = "$ready" ] && echo all" prints "all"`,
		`within 5s "kubectl get cronjob clean -o jsonpath='{.spec.schedule}'" prints exactly "*/5 * * * *"`,
		`within 5s "kubectl run big --image=nginx --overrides='{\"spec\":{\"containers\":[{\"name\":\"big\",\"image\":\"nginx\",\"resources\":{\"requests\":{\"cpu\":\"99\"}}}]}}' --dry-run=server" fails with "exceeded quota"`,
		`within 5s "for pod in $(kubectl get pods -l app=${app} -o name); do kubectl get -o jsonpath={.spec.nodeName} -- "$pod"; echo; done | sort -u" prints exactly "worker-1"`,
		`within 5s "while read -r name ready; do [ "$ready" = 1/1 ] || echo "$name"; done < <(kubectl get pods --no-headers | awk '{print $1, $2}')" prints "x"`,
		// services and networking
		`within 5s "ip=$(kubectl get svc ${app} -o jsonpath={.spec.clusterIP}); curl -s --max-time 3 "http://$ip:80/" -o /dev/null -w '%{http_code}'" prints "200"`,
		`within 5s "ip=$(kubectl get svc kube-dns -n kube-system -o jsonpath={.spec.clusterIP}); dig +short "@$ip" ${app}.${team}.svc.cluster.local" prints "10."`,
		`within 5s "kubectl get endpointslices -l kubernetes.io/service-name=${app} -o json | jq '[.items[].endpoints[].addresses[]] | length'" prints exactly "1"`,
		`within 5s "kubectl get ingress ${app} -o jsonpath='{.spec.rules[*].host}{.spec.tls[*].secretName}'" prints "web"`,
		`within 5s "kubectl get httproute ${app} -o json | jq -r '.status.parents[].conditions[] | select(.type==\"Accepted\").status'" prints exactly "True"`,
		`within 5s "kubectl get networkpolicy deny -o json | jq -e '.spec.podSelector == {} and (.spec.policyTypes | index(\"Ingress\"))' >/dev/null && kubectl get networkpolicy deny -o name" prints "deny"`,
		`within 5s "kubectl get cm coredns -n kube-system -o jsonpath={.data.Corefile} | grep -A 3 example.local | grep -c forward" prints exactly "1"`,
		`within 5s "nc -z -w 2 worker-1 30080 && echo open" prints "open"`,
		`within 5s "[[ "$(sort answers/cidr.txt)" == "$(kubectl get nodes -o jsonpath='{range .items[*]}{.spec.podCIDR}{\"\n\"}{end}' | sort)" ]] && echo same" prints "same"`,
		// storage
		`within 5s "kubectl get sc -o json | jq -r '.items[] | select(.metadata.annotations[\"storageclass.kubernetes.io/is-default-class\"] == \"true\").metadata.name'" prints exactly "fast"`,
		`within 5s "kubectl get pvc data -o jsonpath={.status.capacity.storage}" prints exactly "2Gi"`,
		`within 5s "pv=$(kubectl get pvc data -o jsonpath={.spec.volumeName}); kubectl get "pv/$pv" -o jsonpath={.spec.persistentVolumeReclaimPolicy}" prints exactly "Retain"`,
		// troubleshooting
		`within 5s "grep -E '^(clusterDomain|staticPodPath)' /var/lib/kubelet/config.yaml" on worker-1 prints "/etc/kubernetes/manifests"`,
		`within 5s "pgrep -x kubelet >/dev/null && tr '\0' ' ' </proc/$(pgrep -o -x kubelet)/cmdline" on worker-1 prints "--config"`,
		`within 5s "crictl -r unix:///run/containerd/containerd.sock ps --name kube-apiserver -q | wc -l" on control-plane-1 prints exactly "1"`,
		`within 5s "for f in /etc/kubernetes/*.conf; do grep -h server: $f; done | sort -u | wc -l" on control-plane-1 prints exactly "1"`,
		`within 5s "before=$(kubectl get pod web -o jsonpath='{.status.containerStatuses[*].restartCount}'); sleep 2; [ "$(kubectl get pod web -o jsonpath='{.status.containerStatuses[*].restartCount}')" = "$before" ] && echo steady" prints "steady"`,
		`within 5s "comm -3 <(kubectl logs deploy/${app} | grep ERROR | sort -u) <(sort -u answers/errors.txt) | wc -l" prints exactly "0"`,
		`within 5s "top=$(kubectl top pods --no-headers --sort-by=cpu | head -n 1 | awk '{print $1}'); grep -Fx -- "$top" answers/top.txt" prints "web"`,
		`within 5s "find /proc/1/root/etc/cni/net.d -name '*.conflist' | wc -l" on worker-1 prints "1"`,
	} {
		if err := asking(t, sentence); err != nil {
			t.Errorf("%s\n  %v", sentence, err)
		}
	}
}
