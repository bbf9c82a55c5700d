# The order of rules does not matter, defaults may be written out, and a listener may be named by its port.
set -e
kubectl apply --filename=- <<END
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: ${gate}}
spec:
  gatewayClassName: traefik
  listeners:
    - name: secure
      port: 443
      protocol: HTTPS
      hostname: ${shop}.${team}.example
      tls: {mode: Terminate, certificateRefs: [{group: "", kind: Secret, name: ${shop}-certificate, namespace: ${team}}]}
      allowedRoutes: {namespaces: {from: Same}, kinds: [{kind: HTTPRoute}]}
    - {name: open, port: 80, protocol: HTTP, hostname: ${shop}.${team}.example}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: way-in}
spec:
  parentRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: ${gate}, port: 443}]
  hostnames: ["${shop}.${team}.example"]
  rules:
    - matches: [{path: {type: PathPrefix, value: /}}]
      backendRefs: [{kind: Service, name: ${shop}, port: 80, weight: 1}]
    - matches: [{headers: [{type: Exact, name: version, value: "${stage}"}]}]
      backendRefs: [{kind: Service, name: ${shop}-${stage}, port: 80, weight: 1}]
    - matches: [{path: {type: PathPrefix, value: "/${api}"}}]
      backendRefs: [{kind: Service, name: ${api}, port: 8080, weight: 1}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: way-over}
spec:
  parentRefs: [{name: ${gate}, port: 80}]
  hostnames: ["${shop}.${team}.example"]
  rules:
    - matches: [{path: {type: PathPrefix, value: /}}]
      filters: [{type: RequestRedirect, requestRedirect: {scheme: https, statusCode: 301}}]
END
kubectl delete ingress --all
