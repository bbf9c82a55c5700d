# The redirect is not for good.
set -e
kubectl apply --filename=- <<END
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: ${gate}}
spec:
  gatewayClassName: traefik
  listeners:
    - {name: http, port: 80, protocol: HTTP, hostname: "${shop}.${team}.example"}
    - name: https
      port: 443
      protocol: HTTPS
      hostname: ${shop}.${team}.example
      tls: {mode: Terminate, certificateRefs: [{name: ${shop}-certificate}]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: ${shop}}
spec:
  parentRefs: [{name: ${gate}, sectionName: https}]
  hostnames: ["${shop}.${team}.example"]
  rules:
    - matches: [{path: {type: PathPrefix, value: "/${api}"}}]
      backendRefs: [{name: ${api}, port: 8080}]
    - matches: [{path: {type: PathPrefix, value: /}, headers: [{name: version, value: "${stage}"}]}]
      backendRefs: [{name: ${shop}-${stage}, port: 80}]
    - backendRefs: [{name: ${shop}, port: 80}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: to-https}
spec:
  parentRefs: [{name: ${gate}, sectionName: http}]
  rules:
    - filters: [{type: RequestRedirect, requestRedirect: {scheme: https, statusCode: 302}}]
END
kubectl delete ingress ${shop}
