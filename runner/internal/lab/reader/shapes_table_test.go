package reader_test

// shapes are kinds of tasks, by the domains of the curriculum.
var shapes = []shape{
	// cluster architecture, installation and configuration
	{id: "A1", task: "an account gets some rights and no others", says: `
		within 5s {.roleRef.name} of rolebinding "deployer" is "deployer"
		within 5s service account "deployer" may do exactly:
		| verbs           | resources        |
		| get list create | deployments.apps |
		within 5s service account "deployer" may do nothing in other namespaces`},
	{id: "A2", task: "a cluster role, bound in one namespace", says: `
		within 5s {.roleRef.kind} of rolebinding "blue/auditor" is "ClusterRole"
		within 5s user "auditor" may list pods in namespace "blue"
		within 5s user "auditor" may not list pods in all namespaces
		within 5s user "auditor" may not list pods in namespace "default"`},
	{id: "A3", task: "bind the role that fits", says: `
		within 5s pod "client" gets "PodList" from "http://web"
		within 5s service account "app" may do no more than:
		| verbs    | resources |
		| get list | pods      |
		within 5s service account "app" may do nothing in other namespaces
		within 5s role "reader" has the same spec as "the role"`},
	{id: "A4", task: "a user with a certificate of the cluster", says: `
		within 5s csr "jane" is Approved
		within 5s {.status.certificate} of csr "jane" is set
		within 5s the student's certificate "jane.crt" with key "jane.key" authenticates as "jane"
		within 5s the student's kubeconfig "jane.conf" authenticates as "jane"
		within 5s the student's kubeconfig "jane.conf" may list pods
		within 5s group "developers" may list pods
		within 5s the student's kubeconfig "jane.conf" may not delete pods`},
	{id: "A5", task: "a kubeconfig with an account's token", says: `
		within 5s the student's kubeconfig "ci.conf" authenticates as "system:serviceaccount:${team}:ci"
		within 5s the student's kubeconfig "ci.conf" may create deployments.apps
		within 5s the student's kubeconfig "ci.conf" may not list secrets in namespace "default"`},
	{id: "A6", task: "the context of a kubeconfig", says: `
		within 5s the student's kubeconfig "config" authenticates as "dev"
		{.current-context} of the answer "config" is "dev"
		the answer "config" matches:
		"""
		current-context: dev
		contexts: [{name: dev, context: {namespace: blue}}]
		"""`},
	{id: "A7", task: "names and certificates out of a kubeconfig", says: `
		the answer "contexts.txt" is in any order:
		"""
		dev
		prod
		"""`},
	{id: "A8", task: "a machine made ready for Kubernetes", part: "packages", says: `
		within 5s unit "containerd" on worker-1 is active
		within 5s unit "containerd" on worker-1 is enabled
		within 5s sysctl "net.ipv4.ip_forward" on worker-1 is "1"
		within 5s file "/etc/sysctl.d/k8s.conf" on worker-1 contains "net.ipv4.ip_forward = 1"`},
	{id: "A9", task: "kubeadm init with what was asked for", part: "empty node", says: `
		within 5s {.data.ClusterConfiguration} of configmap "kube-system/kubeadm-config" matches /podSubnet: 10\.244\.0\.0\/16\b/
		within 5s node control-plane-1 is Ready
		within 5s pod "kube-system/kube-apiserver-control-plane-1" is Running
		within 5s pod "kube-system/kube-controller-manager-control-plane-1" is Running
		within 5s pod "kube-system/kube-scheduler-control-plane-1" is Running`},
	{id: "A10", task: "another worker joins", part: "empty node", says: `
		within 5s node worker-2 is Ready
		within 5s {.status.nodeInfo.kubeletVersion} of node worker-2 matches /^v1\.35\./
		within 5s the kubelet on worker-2 starts at boot
		within 30s daemonset "agent" has 1 ready pod on worker-2`},
	{id: "A11", task: "an upgrade of the control plane", part: "another version", says: `
		within 5s {.spec.containers[*].image} of pod "kube-system/kube-apiserver-control-plane-1" matches /:v1\.36\./
		within 5s {.spec.containers[*].image} of pod "kube-system/kube-scheduler-control-plane-1" matches /:v1\.36\./
		within 5s {.status.nodeInfo.kubeletVersion} of node control-plane-1 matches /^v1\.36\./
		within 5s {.data.ClusterConfiguration} of configmap "kube-system/kubeadm-config" matches /kubernetesVersion: v1\.36\./
		within 5s {.spec.unschedulable} of node control-plane-1 is unset`},
	{id: "A12", task: "an upgrade of a worker, while its pods move", part: "another version", says: `
		within 5s {.status.nodeInfo.kubeletVersion} of node worker-1 matches /^v1\.36\./
		within 5s node worker-1 is Ready
		within 5s {.spec.unschedulable} of node worker-1 is unset
		within 5s deployment "web" has 3 ready pods`},
	{id: "A13", task: "a snapshot of etcd", says: `
		within 20s the snapshot "/opt/backup.db" on control-plane-1 holds configmap "default/sentinel" with {.data.key} "planted"`},
	{id: "A14", task: "etcd from a snapshot", says: `
		within 10s configmap "default/sentinel" is the same object as "the sentinel"
		within 5s configmap "default/later" is gone
		within 5s {.spec.volumes[?(@.name=="etcd-data")].hostPath.path} of pod "kube-system/etcd-control-plane-1" is "/var/lib/etcd-restored"
		within 5s pod "kube-system/etcd-control-plane-1" is Running`},
	{id: "A15", task: "certificates that end soon are renewed, and served", says: `
		within 5s the certificate of file "/etc/kubernetes/pki/apiserver.crt" on control-plane-1 is valid for at least 300 days
		within 5s the certificate of control-plane-1:6443 is valid for at least 300 days`},
	{id: "A16", task: "a static pod", says: `
		within 30s pod "static-web-worker-1" is Running
		within 5s {.metadata.annotations.kubernetes\.io/config\.source} of pod "static-web-worker-1" is "file"
		within 5s {.metadata.ownerReferences[*].kind} of pod "static-web-worker-1" is "Node"`},
	{id: "A17", task: "a list of the static pods", says: `
		the answer "static.txt" is in any order:
		"""
		etcd-control-plane-1
		kube-apiserver-control-plane-1
		"""`},
	{id: "A18", task: "a control plane that loses a node and goes on", part: "empty node", says: `
		within 5s node control-plane-2 is Ready
		within 5s pod "kube-system/kube-apiserver-control-plane-2" is Running
		within 5s there are 3 pods with label "component=etcd" in namespace "kube-system" that are Running
		within 5s kubectl gets an answer`},
	{id: "A19", task: "a chart of a certain version, with values", part: "helm", says: `
		within 5s there is 1 secret with label "owner=helm,name=shop,status=deployed,version=1"
		within 5s {.metadata.labels.helm\.sh/chart} of deployment "shop" is "shop-1.2.0"
		within 5s {.spec.replicas} of deployment "shop" is "3"
		within 30s deployment "shop" has rolled out`},
	{id: "A20", task: "a release goes back, another goes away", part: "helm", says: `
		within 5s there is 1 secret with label "owner=helm,name=shop,status=deployed,version=3"
		within 5s {.spec.template.spec.containers[*].image} of deployment "shop" is "nginx:1.22"
		within 5s there are no secrets with label "owner=helm,name=unwanted"`},
	{id: "A21", task: "the manifests of a chart, without its types", part: "helm", says: `
		within 5s the student's manifest "shop.yaml" is accepted
		{.kind} of the answer "shop.yaml" includes "Deployment"
		the answer "shop.yaml" has at least 1 service
		the answer "shop.yaml" has no crds`},
	{id: "A22", task: "an overlay of kustomize, applied", says: `
		within 5s deployment "prod-web" matches:
		"""
		metadata: {labels: {tier: front}}
		spec: {replicas: 3, template: {spec: {containers: [{name: web, image: "nginx:1.22"}]}}}
		"""`, wants: `
		within 5s the student's kustomization "overlays/prod" is applied`},
	{id: "A23", task: "which types there are, and what a field means", says: `
		the answer "types.txt" is in any order:
		"""
		backups.example.com
		restores.example.com
		"""`},
	{id: "A24", task: "an operator, and an object for it", part: "operator", says: `
		within 5s crd "backups.example.com" is Established
		within 30s backups.example.com "nightly" is Ready
		within 5s {.metadata.ownerReferences[*].kind} of cronjob "nightly" is "Backup"`},
	{id: "A25", task: "a network that knows policies", part: "another CNI", says: `
		within 30s node worker-1 is Ready
		within 5s daemonset "kube-system/agent" has rolled out
		within 10s pod "friend" gets an answer from pod "web"
		within 10s pod "stranger" gets no answer from pod "web"`},
	{id: "A26", task: "a flag of the API server", says: `
		within 5s {.spec.containers[*].command} of pod "kube-system/kube-apiserver-control-plane-1" includes "--enable-admission-plugins=NodeRestriction,DenyServiceExternalIPs"
		within 5s pod "kube-system/kube-apiserver-control-plane-1" is Running
		within 10s applying this is refused with "Use of external IPs is denied":
		"""
		apiVersion: v1
		kind: Service
		metadata: {name: outside}
		spec: {externalIPs: [192.0.2.1], ports: [{port: 80}]}
		"""`},

	// workloads and scheduling
	{id: "B1", task: "a deployment as it was asked for", says: `
		within 5s deployment "web" matches:
		"""
		metadata: {labels: {tier: front}}
		spec: {replicas: 3, template: {spec: {containers: [{name: web, image: "nginx:1"}]}}}
		"""
		within 30s deployment "web" has rolled out`},
	{id: "B2", task: "a rolling update, and back", says: `
		within 5s {.spec.strategy.rollingUpdate.maxSurge} of deployment "web" is "25%"
		within 5s {.spec.strategy.rollingUpdate.maxUnavailable} of deployment "web" is "0"
		within 5s there are at least 2 replicasets with label "app=web"
		within 5s {.metadata.annotations.deployment\.kubernetes\.io/revision} of deployment "web" is at least 3
		within 5s {.spec.template.spec.containers[*].image} of deployment "web" is "nginx:1.22"
		within 5s deployment "web" has rolled out`},
	{id: "B3", task: "settings from a config map", says: `
		within 5s running "printenv LOG_LEVEL" in pod "web" prints exactly "debug"
		within 5s running "cat /etc/web/app.conf" in pod "web" prints "colour=blue"
		within 5s {.spec.volumes[*].configMap.name} of pod "web" is "web-settings"`},
	{id: "B4", task: "a password from a secret", says: `
		within 5s running "printenv PASSWORD" in pod "web" prints exactly "open sesame"
		within 5s {.spec.containers[*].env[?(@.name=="PASSWORD")].valueFrom.secretKeyRef.name} of pod "web" is "web-secret"
		within 5s {.spec.containers[*].env[?(@.name=="PASSWORD")].value} of pod "web" is unset`},
	{id: "B5", task: "a sidecar that shows a log", says: `
		within 5s the log of pod "web" container "shipper" says "started to write"
		within 5s pod "web" matches:
		"""
		spec:
		  containers:
		  - {name: web, volumeMounts: [{mountPath: /var/log/web, name: logs}]}
		  - {name: shipper, volumeMounts: [{mountPath: /var/log/web, name: logs}]}
		"""`},
	{id: "B6", task: "a page that an init container writes", says: `
		within 5s pod "client" gets "written at the start" from service "web"
		within 5s {.status.initContainerStatuses[*].state.terminated.reason} of every pod of deployment "web" is "Completed"`},
	{id: "B7", task: "probes that notice what breaks", says: `
		within 5s pod "web" matches:
		"""
		spec:
		  containers:
		  - name: web
		    readinessProbe: {httpGet: {path: /ready, port: 80}}
		    livenessProbe: {periodSeconds: 5, exec: {command: [cat, /tmp/alive]}}
		"""
		within 30s container "web" of pod "web" has restarted at least 1 time
		within 30s container "web" of pod "web" is ready`},
	{id: "B8", task: "more pods under load", part: "metrics", says: `
		within 5s hpa "web" matches:
		"""
		spec:
		  minReplicas: 2
		  maxReplicas: 5
		  scaleTargetRef: {kind: Deployment, name: web}
		  behavior: {scaleDown: {stabilizationWindowSeconds: 30}}
		"""
		within 30s hpa "web" is ScalingActive`},
	{id: "B9", task: "requests that follow the need", part: "vertical autoscaler", says: `
		within 5s {.spec.updatePolicy.updateMode} of verticalpodautoscalers.autoscaling.k8s.io "web" is "Initial"
		within 30s verticalpodautoscalers.autoscaling.k8s.io "web" is RecommendationProvided`},
	{id: "B10", task: "a priority just below the highest", says: `
		within 5s {.value} of priorityclass "high" is "999999"
		within 5s {.spec.priority} of every pod of deployment "web" is "999999"
		within 5s deployment "web" has rolled out`},
	{id: "B11", task: "a pod makes room for another", says: `
		within 5s pod "urgent" is Running
		within 5s {.spec.priority} of pod "urgent" is more than 1000
		within 5s an event about pod "lowly" says "Preempted"`},
	{id: "B12", task: "requests by which all pods fit", says: `
		within 30s deployment "web" has 3 ready pods
		within 5s {.spec.containers[*].resources.requests.cpu} of every pod of deployment "web" is between 100m and 300m
		within 5s {.spec.initContainers[*].resources.requests.cpu} of every pod of deployment "web" is between 100m and 300m`},
	{id: "B13", task: "quotas and default limits", says: `
		within 5s {.spec.hard.pods} of quota "team" is "4"
		within 5s {.spec.containers[*].resources.limits.memory} of pod "plain" is "256Mi"
		within 5s applying this is refused with "exceeded quota":
		"""
		apiVersion: v1
		kind: Pod
		metadata: {name: big}
		spec: {containers: [{name: big, image: nginx, resources: {requests: {cpu: "64"}, limits: {cpu: "64"}}}]}
		"""`},
	{id: "B14", task: "pods on nodes with a label", says: `
		within 5s {.metadata.labels.disk} of node worker-1 is "ssd"
		within 5s {.spec.nodeSelector.disk} of every pod of deployment "web" is "ssd"
		within 5s deployment "web" has 2 ready pods on worker-1`},
	{id: "B15", task: "nodes that pods need, or would rather have", says: `
		within 5s deployment "web" matches:
		"""
		spec:
		  template:
		    spec:
		      affinity:
		        nodeAffinity:
		          requiredDuringSchedulingIgnoredDuringExecution:
		            nodeSelectorTerms: [{matchExpressions: [{key: disk, operator: In, values: [ssd]}]}]
		"""
		within 5s deployment "web" has 2 ready pods on worker-1`},
	{id: "B16", task: "pods that keep apart", says: `
		within 5s {.spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[*].topologyKey} of every pod of deployment "web" is "kubernetes.io/hostname"
		within 5s deployment "web" has 1 ready pod on worker-1
		within 5s deployment "web" has 1 ready pod on worker-2`},
	{id: "B17", task: "pods spread over nodes", says: `
		within 5s {.spec.topologySpreadConstraints[*].maxSkew} of every pod of deployment "web" is "1"
		within 5s {.spec.topologySpreadConstraints[*].whenUnsatisfiable} of every pod of deployment "web" is "DoNotSchedule"
		within 5s deployment "web" has 2 ready pods on worker-1
		within 5s deployment "web" has 2 ready pods on worker-2`},
	{id: "B18", task: "a node for those who tolerate it", says: `
		within 5s node worker-1 has the taint "tier=gold:NoSchedule"
		within 5s deployment "web" has 2 ready pods on worker-1
		within 5s deployment "other" has 2 ready pods
		within 5s deployment "other" has no pods on worker-1`},
	{id: "B19", task: "a pod without the scheduler", says: `
		within 5s pod "direct" is Running
		within 5s {.spec.nodeName} of pod "direct" is "worker-1"
		within 5s no event about pod "direct" says "Scheduled"`},
	{id: "B20", task: "a scheduler besides the other", says: `
		within 5s {.spec.schedulerName} of pod "picky" is "second"
		within 5s deployment "kube-system/second" has 1 ready pod
		within 5s pod "picky" is Running
		within 5s an event about pod "picky" from "second" says "Scheduled"`},
	{id: "B21", task: "a pod on every node", says: `
		within 5s daemonset "agent" has rolled out
		within 5s {.status.desiredNumberScheduled} of daemonset "agent" is "5"
		within 5s daemonset "agent" has 1 ready pod on control-plane-1`},
	{id: "B22", task: "jobs, once and by the clock", says: `
		within 30s job "backup" is Complete
		within 5s {.spec.completions} of job "backup" is "4"
		within 5s {.spec.parallelism} of job "backup" is "2"
		within 5s cronjob "nightly" matches:
		"""
		spec: {schedule: "0 3 * * *", successfulJobsHistoryLimit: 2, failedJobsHistoryLimit: 1}
		"""`},
	{id: "B23", task: "pods with names and volumes of their own", says: `
		within 30s statefulset "db" has rolled out
		within 5s {.spec.clusterIP} of service "db" is "None"
		within 5s pod "client" resolves "db-1.db" to pod "db-1"
		within 5s pvc "data-db-0" is Bound
		within 5s pvc "data-db-1" is Bound`},
	{id: "B24", task: "a budget that a drain keeps to", says: `
		within 5s {.spec.minAvailable} of pdb "web" is "2"
		within 5s {.status.disruptionsAllowed} of pdb "web" is "1"
		within 5s {.spec.unschedulable} of node worker-1 is "true"
		within 5s deployment "web" has at least 2 ready pods
		within 5s deployment "web" has no pods on worker-1`},
	{id: "B25", task: "a namespace that admits no privileges", says: `
		within 5s {.metadata.labels.pod-security\.kubernetes\.io/enforce} of namespace "${team}" is "restricted"
		within 5s pod "modest" is Running
		within 5s applying this is refused with "violates PodSecurity":
		"""
		apiVersion: v1
		kind: Pod
		metadata: {name: bold}
		spec: {containers: [{name: bold, image: nginx, securityContext: {privileged: true}}]}
		"""`},
	{id: "B26", task: "a deployment in place of a pod", says: `
		within 5s deployment "web" matches:
		"""
		spec: {template: {spec: {containers: [{name: web, securityContext: {runAsUser: 1000, allowPrivilegeEscalation: false}}]}}}
		"""
		within 30s deployment "web" has rolled out
		within 5s pod "web" is gone`},
	{id: "B27", task: "a pod that knows itself", says: `
		within 5s running "printenv NODE_NAME" in pod "web" prints exactly "worker-1"
		within 5s {.spec.containers[*].env[?(@.name=="NODE_NAME")].valueFrom.fieldRef.fieldPath} of pod "web" is "spec.nodeName"`},

	// services and networking
	{id: "C1", task: "a service for a deployment", says: `
		within 5s {.spec.type} of service "web" is "ClusterIP"
		within 5s service "web" leads to the ready pods of deployment "web" and no others
		within 5s pod "client" gets an answer from service "web"`},
	{id: "C2", task: "a port of every node", says: `
		within 5s {.spec.ports[*].nodePort} of service "web" is "30080"
		within 5s {.spec.ports[*].targetPort} of service "web" is "http"
		within 5s this machine gets an answer from service "web" on control-plane-1
		within 5s this machine gets an answer from service "web" on worker-1
		within 5s this machine gets an answer from service "web" on worker-2`},
	{id: "C3", task: "an address from a pool", part: "load balancer", says: `
		within 5s {.status.loadBalancer.ingress[*].ip} of service "web" is "192.0.2.10"
		within 5s this machine gets an answer from "http://192.0.2.10"`},
	{id: "C4", task: "names without an address of their own", says: `
		within 5s pod "client" resolves "db" to the pods of deployment "db"
		within 5s {.spec.externalName} of service "alias" is "web.${team}.svc.cluster.local"
		within 5s pod "client" resolves "alias" to service "web"`},
	{id: "C5", task: "hosts and paths to services", part: "ingress", says: `
		within 5s {.spec.ingressClassName} of ingress "shop" is "public"
		within 5s {.spec.rules[*].host} of ingress "shop" is "shop.example"
		within 5s pod "client" gets "cart" from "http://gateway/cart" with header "Host: shop.example"`},
	{id: "C6", task: "a host with its certificate", part: "ingress", says: `
		within 5s {.spec.tls[*].secretName} of ingress "shop" is "shop-tls"
		within 5s the certificate of worker-1:443 for "shop.example" is that of secret "shop-tls"`},
	{id: "C7", task: "a gateway and a route", part: "gateway", says: `
		within 30s gateways.gateway.networking.k8s.io "public" is Programmed
		within 5s {.status.parents[*].conditions[?(@.type=="Accepted")].status} of httproutes.gateway.networking.k8s.io "shop" is "True"
		within 5s {.status.parents[*].conditions[?(@.type=="ResolvedRefs")].status} of httproutes.gateway.networking.k8s.io "shop" is "True"
		within 5s pod "client" gets "cart" from "http://gateway/cart" with header "Host: shop.example"`},
	{id: "C8", task: "a gateway in place of an ingress", part: "gateway", says: `
		within 30s gateways.gateway.networking.k8s.io "public" is Programmed
		within 5s ingress "shop" is gone
		within 5s pod "client" gets "cart" from "http://gateway/cart" with header "Host: shop.example"`},
	{id: "C9", task: "shares of the traffic", part: "gateway", says: `
		within 5s {.spec.rules[*].backendRefs[?(@.name=="new")].weight} of httproutes.gateway.networking.k8s.io "shop" is "20"
		within 30s of 200 requests from pod "client" to "http://gateway" 15% to 25% reach deployment "new"`},
	{id: "C10", task: "nothing gets in or out", part: "network policies", says: `
		within 5s {.spec.podSelector.matchLabels} of networkpolicy "deny" is unset
		within 10s pod "outside" gets an answer from pod "default/open"
		within 10s pod "client" gets no answer from pod "web"
		within 10s pod "client" resolves "web" to nothing`},
	{id: "C11", task: "only some get in, at one port", part: "network policies", says: `
		within 10s pod "friend" gets an answer from "http://web:8080"
		within 10s pod "blue/friend" gets an answer from "http://web.${team}:8080"
		within 10s pod "friend" gets no answer from "http://web:9090"
		within 10s pod "stranger" gets no answer from "http://web:8080"`},
	{id: "C12", task: "the strictest policy that still does", part: "network policies", says: `
		within 5s there is 1 networkpolicy
		within 10s pod "friend" gets an answer from service "web"
		within 10s pod "stranger" gets no answer from service "web"`},
	{id: "C13", task: "out to one place, and to DNS", part: "network policies", says: `
		within 10s pod "client" resolves "web" to service "web"
		within 10s pod "client" gets an answer from service "web"
		within 10s pod "client" gets no answer from service "other"`},
	{id: "C14", task: "a zone of one's own", says: `
		within 10s pod "client" resolves "web.${team}.shop.local" to service "web"
		within 5s pod "client" resolves "kubernetes.default" to service "default/kubernetes"
		within 5s {.data.Corefile} of configmap "kube-system/coredns" matches /shop\.local/`},
	{id: "C15", task: "what a name leads to", says: `
		the answer "address.txt" is:
		"""
		${address}
		"""`},
	{id: "C16", task: "the ranges and the mode of the network", says: `
		the answer "network.yaml" is as YAML:
		"""
		podCIDR: 10.244.0.0/16
		serviceCIDR: 10.96.0.0/16
		proxyMode: nftables
		"""`},
	{id: "C17", task: "no TLS but the newest", part: "images", says: `
		within 5s pod "client" gets "hello" from "https://web" over TLS 1.3
		within 5s pod "client" gets a refusal of TLS 1.2 from "https://web"`},

	// storage
	{id: "D1", task: "a class that is the default", says: `
		within 5s {.metadata.annotations.storageclass\.kubernetes\.io/is-default-class} of storageclass "fast" is "true"
		within 5s {.volumeBindingMode} of storageclass "fast" is "WaitForFirstConsumer"
		within 5s {.metadata.annotations.storageclass\.kubernetes\.io/is-default-class} of storageclass "slow" is not "true"
		within 5s there are 2 storageclasses`},
	{id: "D2", task: "a volume, its claim, its pod", says: `
		within 5s pvc "data" is Bound
		within 5s {.spec.volumeName} of pvc "data" is "disk"
		within 5s {.spec.claimRef.name} of pv "disk" is "data"
		within 5s {.spec.capacity.storage} of pv "disk" is "1Gi"
		within 5s {.spec.accessModes} of pv "disk" includes "ReadWriteOnce"
		within 5s {.spec.volumes[*].persistentVolumeClaim.claimName} of pod "web" is "data"
		within 5s pod "web" is Running`},
	{id: "D3", task: "data that outlives its pod", part: "storage", says: `
		within 5s deployment "web" was replaced since "before"
		within 5s running "cat /data/note" in pod "reader" prints "kept"`},
	{id: "D4", task: "a claim that grows", part: "storage", says: `
		within 30s {.status.capacity.storage} of pvc "data" is at least 2Gi`},
	{id: "D5", task: "a workload finds its volume again", says: `
		within 5s pvc "data" is Bound
		within 5s {.spec.volumeName} of pvc "data" is "disk"
		within 5s deployment "web" has 1 ready pod
		within 5s pod "client" gets "written long ago" from service "web"`},
	{id: "D6", task: "a volume that stays", says: `
		within 5s {.spec.persistentVolumeReclaimPolicy} of pv "disk" is "Retain"`},
	{id: "D7", task: "modes that go together", says: `
		within 5s pvc "shared" is Bound
		within 5s {.spec.volumeName} of pvc "shared" is "wide"
		within 5s {.spec.volumeMode} of pvc "shared" is "Filesystem"
		within 5s pvc "raw" is Pending`},
	{id: "D8", task: "volumes of a pod", says: `
		within 5s {.spec.volumes[?(@.name=="shared")].emptyDir} of pod "web" is set
		within 5s running "cat /shared/marker" in pod "web" container "reader" prints "marked"`},
	{id: "D9", task: "another class is the default", says: `
		within 5s {.metadata.annotations.storageclass\.kubernetes\.io/is-default-class} of storageclass "fast" is "true"
		within 5s {.metadata.annotations.storageclass\.kubernetes\.io/is-default-class} of storageclass "slow" is not "true"
		within 5s {.spec.storageClassName} of pvc "new" is "fast"`},
	{id: "D10", task: "a copy of a volume", part: "CSI snapshots", says: `
		within 30s {.status.readyToUse} of volumesnapshots.snapshot.storage.k8s.io "before" is "true"
		within 5s running "cat /data/note" in pod "reader" prints "kept"`},

	// troubleshooting
	{id: "E1", task: "a kubelet that does not run", says: `
		for 12s node worker-1 is Ready
		within 5s the kubelet on worker-1 starts at boot
		within 5s {.spec.taints[*].effect} of node worker-1 does not include "NoSchedule"`},
	{id: "E2", task: "a kubelet that misses a file", says: `
		for 12s node worker-1 is Ready
		within 5s the kubelet on worker-1 starts at boot`},
	{id: "E3", task: "a kubelet that asks at the wrong port", says: `
		for 12s node worker-1 is Ready
		within 5s the kubelet on worker-1 starts at boot
		within 30s deployment "web" has 2 ready pods on worker-1`},
	{id: "E4", task: "a kubelet with a wrong flag", says: `
		for 12s node worker-1 is Ready
		within 5s the kubelet on worker-1 starts at boot`},
	{id: "E5", task: "a runtime that does not run", says: `
		for 12s node worker-1 is Ready
		within 30s a new pod on worker-1 is Running
		within 5s unit "containerd" on worker-1 is active`},
	{id: "E6", task: "a kubelet that looks elsewhere for its runtime", says: `
		for 12s node worker-1 is Ready
		within 5s the kubelet on worker-1 starts at boot
		within 30s a new pod on worker-1 is Running`},
	{id: "E7", task: "a kubelet that does not last", says: `
		for 60s node worker-1 is Ready
		within 5s the kubelet on worker-1 starts at boot`},
	{id: "E8", task: "a node without a network", says: `
		within 30s node worker-1 is Ready
		within 30s the pods of deployment "web" on worker-1 are Running
		within 10s pod "client" gets an answer from pod "web"`},
	{id: "E9", task: "a proxy that does not start", says: `
		within 30s daemonset "kube-system/kube-proxy" has rolled out
		within 10s every node has rules for service "new"
		within 10s every node gets an answer from service "new"`},
	{id: "E10", task: "a scheduler that does not start", says: `
		within 30s pod "kube-system/kube-scheduler-control-plane-1" is Running
		within 30s a new pod is Running`},
	{id: "E11", task: "a controller manager that does not start", says: `
		within 30s pod "kube-system/kube-controller-manager-control-plane-1" is Running
		within 30s deployment "web" has 3 ready pods`},
	{id: "E12", task: "an API server that looks elsewhere for etcd", says: `
		for 10s kubectl gets an answer
		within 30s pod "kube-system/kube-apiserver-control-plane-1" is Running
		within 5s configmap "default/sentinel" is the same object as "the sentinel"`},
	{id: "E13", task: "an API server with a broken manifest", says: `
		for 10s kubectl gets an answer
		within 30s pod "kube-system/kube-apiserver-control-plane-1" is Running
		within 5s configmap "default/sentinel" is the same object as "the sentinel"`},
	{id: "E14", task: "an API server without its certificate", says: `
		for 10s kubectl gets an answer
		within 30s pod "kube-system/kube-apiserver-control-plane-1" is Running
		within 5s the certificate of control-plane-1:6443 is signed by "kubernetes"
		within 5s the certificate of control-plane-1:6443 names "kubernetes.default.svc"`},
	{id: "E15", task: "an API server with another's key", says: `
		for 10s kubectl gets an answer
		within 30s pod "kube-system/kube-apiserver-control-plane-1" is Running
		within 5s the certificate of control-plane-1:6443 is signed by "kubernetes"`},
	{id: "E16", task: "an API server that asks for too much", says: `
		for 10s kubectl gets an answer
		within 30s pod "kube-system/kube-apiserver-control-plane-1" is Running
		within 5s {.spec.containers[*].resources.requests.cpu} of pod "kube-system/kube-apiserver-control-plane-1" is at most 500m`},
	{id: "E17", task: "an etcd that looks elsewhere for its data", says: `
		within 30s pod "kube-system/etcd-control-plane-1" is Running
		within 5s etcd holds configmap "default/sentinel"
		within 5s configmap "default/sentinel" is the same object as "the sentinel"`},
	{id: "E18", task: "a control plane with many faults", says: `
		within 30s pod "kube-system/kube-apiserver-control-plane-1" is Running
		within 30s pod "kube-system/kube-controller-manager-control-plane-1" is Running
		within 30s pod "kube-system/kube-scheduler-control-plane-1" is Running
		within 30s node worker-1 is Ready
		within 30s a new pod is Running`},
	{id: "E19", task: "certificates that have ended", says: `
		for 10s kubectl gets an answer
		within 5s the certificate of control-plane-1:6443 is valid for at least 300 days
		within 5s the certificate of the kubeconfig "/etc/kubernetes/scheduler.conf" on control-plane-1 is valid for at least 300 days`},
	{id: "E20", task: "a kubelet that looks elsewhere for static pods", says: `
		within 30s pod "kube-system/kube-scheduler-control-plane-1" is Running
		within 5s {.metadata.annotations.kubernetes\.io/config\.mirror} of pod "kube-system/kube-scheduler-control-plane-1" is set
		within 5s pod "kube-system/kube-apiserver-control-plane-1" is Running
		within 5s file "/var/lib/kubelet/config.yaml" on control-plane-1 contains "staticPodPath: /etc/kubernetes/manifests"`},
	{id: "E21", task: "a DNS that does not answer", says: `
		within 30s deployment "kube-system/coredns" has rolled out
		within 10s pod "client" resolves "web" to service "web"
		within 10s pod "client" resolves "web.${team}.shop.local" to service "web"`},
	{id: "E22", task: "a DNS service that leads nowhere", says: `
		within 10s service "kube-system/kube-dns" leads to the ready pods of deployment "kube-system/coredns" and no others
		within 10s pod "client" resolves "web" to service "web"`},
	{id: "E23", task: "a service that leads elsewhere", says: `
		within 10s pod "client" gets "hello" from "http://web"
		within 5s service "web" leads to the ready pods of deployment "web" and no others
		within 5s deployment "web" has the same spec as "before"`},
	{id: "E24", task: "an application with a wrong password", says: `
		within 10s pod "client" gets "connected" from service "web"
		within 5s deployment "web" has rolled out`},
	{id: "E25", task: "a deployment with many faults", says: `
		within 30s deployment "web" has 3 ready pods
		within 5s {.spec.containers[*].image} of every pod of deployment "web" is "nginx:1"
		within 5s {.spec.containers[*].readinessProbe.httpGet.port} of every pod of deployment "web" is "80"
		within 5s {.spec.containers[*].resources.limits.memory} of every pod of deployment "web" is at most 128Mi`},
	{id: "E26", task: "a container that gets too little memory", says: `
		for 20s deployment "web" has 1 ready pod
		within 5s {.status.containerStatuses[*].restartCount} of every pod of deployment "web" is "0"
		within 5s {.spec.containers[*].resources.limits.memory} of every pod of deployment "web" is between 64Mi and 256Mi`},
	{id: "E27", task: "a config map under another name", says: `
		within 30s pod "web" is Running
		within 5s running "printenv LOG_LEVEL" in pod "web" prints exactly "debug"`},
	{id: "E28", task: "an image that cannot be pulled", says: `
		within 30s deployment "web" has rolled out
		within 5s {.status.containerStatuses[*].imageID} of every pod of deployment "web" matches /@sha256:[0-9a-f]{64}$/`},
	{id: "E29", task: "a quota in the way of pods", says: `
		within 30s deployment "web" has 3 ready pods
		within 5s quota "team" has the same spec as "the quota"`},
	{id: "E30", task: "a pod that fits nowhere", says: `
		within 30s pod "web" is Running
		within 5s {.spec.nodeSelector.disk} of pod "web" is "ssd"
		within 5s {.spec.containers[*].resources.requests.memory} of pod "web" is at least 64Mi`},
	{id: "E31", task: "a node that takes no pods", says: `
		within 5s {.spec.unschedulable} of node worker-1 is unset
		within 5s {.spec.taints[*].key} of node worker-1 does not include "maintenance"
		within 30s deployment "web" has at least 1 ready pod on worker-1`},
	{id: "E32", task: "a daemon set that leaves out the control plane", says: `
		within 30s daemonset "agent" has rolled out
		within 5s daemonset "agent" has 5 ready pods
		within 5s daemonset "agent" has 1 ready pod on control-plane-1`},
	{id: "E33", task: "a policy in the way of wanted traffic", part: "network policies", says: `
		within 10s pod "friend" gets an answer from service "web"
		within 10s pod "stranger" gets no answer from service "web"
		within 5s networkpolicy "web" is the same object as "the policy"`},
	{id: "E34", task: "a claim that nothing fits", says: `
		within 10s pvc "data" is Bound
		within 5s {.spec.volumeName} of pvc "data" is "disk"`},
	{id: "E35", task: "a volume that is still another's", says: `
		within 10s pv "disk" is Bound
		within 5s {.spec.claimRef.name} of pv "disk" is "data"
		within 10s pod "client" gets "written long ago" from service "web"`},
	{id: "E36", task: "a namespace that does not go", says: `
		within 5s namespace "blue" is the same object as "the neighbour"
		within 10s namespace "stuck" is gone`},
	{id: "E37", task: "a budget in the way of a drain", says: `
		within 5s {.spec.unschedulable} of node worker-1 is "true"
		within 5s deployment "web" has at least 2 ready pods
		within 5s deployment "web" has no pods on worker-1
		within 5s poddisruptionbudget "web" has the same spec as "the budget"
		within 5s {.status.currentHealthy} of pdb "web" is at least 2`},
	{id: "E38", task: "a webhook that nobody answers for", says: `
		within 30s deployment "web" has 2 ready pods
		within 5s {.webhooks[*].failurePolicy} of validatingwebhookconfiguration "guard" is "Fail"
		within 5s validatingwebhookconfiguration "guard" is the same object as "the webhook"
		within 5s applying this is accepted:
		"""
		apiVersion: v1
		kind: Pod
		metadata: {name: fresh}
		spec: {containers: [{name: fresh, image: nginx}]}
		"""`},
	{id: "E39", task: "an ingress that leads elsewhere", part: "ingress", says: `
		within 5s pod "client" gets status 200 and "cart" from "http://gateway/cart" with header "Host: shop.example"`},
	{id: "E40", task: "a route that may not lead to another namespace", part: "gateway", says: `
		within 5s {.status.parents[*].conditions[?(@.type=="ResolvedRefs")].status} of httproutes.gateway.networking.k8s.io "shop" is "True"
		within 5s pod "client" gets "cart" from "http://gateway/cart" with header "Host: shop.example"`},
	{id: "E41", task: "a kubeconfig that does not work", says: `
		within 5s the student's kubeconfig "broken.conf" authenticates as "jane"
		within 5s the student's kubeconfig "broken.conf" may list pods`},
	{id: "E42", task: "no metrics", part: "metrics", says: `
		within 30s apiservice "v1beta1.metrics.k8s.io" is Available
		within 30s {.usage.cpu} of nodes.metrics.k8s.io "worker-1" is set`},
	{id: "E43", task: "the errors in a log", says: `
		the answer "errors.txt" is:
		"""
		ERROR disk is full
		ERROR giving up
		"""`},
	{id: "E44", task: "the pod that takes the most", part: "metrics", says: `
		the answer "top.txt" is:
		"""
		busy
		"""`},
	{id: "E45", task: "a firewall between nodes", says: `
		for 12s node worker-1 is Ready
		within 10s the log of pod "web" says "started to write"
		within 10s running "cat /etc/hostname" in pod "web" prints "web"
		within 10s pod "client" gets an answer from pod "web"`},
}
