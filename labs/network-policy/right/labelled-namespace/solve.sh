# The namespace gets a label of its own, the port has its name, and names are asked for at the cluster's name server alone.
set -e
kubectl label namespace ${partner} trusted-by=${team}
kubectl create --filename=- <<END
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: closed}
spec: {podSelector: {}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: the-partner}
spec:
  podSelector: {matchLabels: {app: ${app}}}
  ingress:
    - ports: [{port: web, protocol: TCP}]
      from:
        - podSelector: {matchLabels: {role: ${role}}}
          namespaceSelector: {matchLabels: {trusted-by: ${team}}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: what-${job}-sends}
spec:
  podSelector: {matchLabels: {app: ${job}}}
  policyTypes: [Egress]
  egress:
    - to: [{podSelector: {matchLabels: {app: ${store}}}}]
    - to:
        - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}
          podSelector: {matchLabels: {k8s-app: kube-dns}}
      ports: [{port: 53, protocol: UDP}, {port: 53, protocol: TCP}]
END
