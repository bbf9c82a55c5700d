# The Gateway takes HTTP alone.
set -e
kubectl apply --filename=- <<END
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: ${gate}}
spec:
  gatewayClassName: traefik
  listeners:
    - {name: http, port: 80, protocol: HTTP, hostname: "${shop}.${team}.example"}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: ${shop}}
spec:
  parentRefs: [{name: ${gate}}]
  hostnames: ["${shop}.${team}.example"]
  rules:
    - matches: [{path: {type: PathPrefix, value: "/${api}"}}]
      backendRefs: [{name: ${api}, port: 8080}]
    - matches: [{path: {type: PathPrefix, value: /}, headers: [{name: version, value: "${stage}"}]}]
      backendRefs: [{name: ${shop}-${stage}, port: 80}]
    - backendRefs: [{name: ${shop}, port: 80}]
END
kubectl delete ingress ${shop}
