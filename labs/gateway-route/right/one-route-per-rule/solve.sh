# A route for each destination, on both listeners' names; the redirect comes from the Gateway's HTTP listener.
set -e
kubectl delete ingress ${shop}
kubectl apply --filename=- <<END
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: ${gate}}
spec:
  gatewayClassName: traefik
  listeners:
    - {name: plain, port: 80, protocol: HTTP, hostname: "${shop}.${team}.example"}
    - name: safe
      port: 443
      protocol: HTTPS
      hostname: ${shop}.${team}.example
      tls: {mode: Terminate, certificateRefs: [{name: ${shop}-certificate}]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: everything}
spec:
  parentRefs: [{name: ${gate}, port: 443}]
  rules:
    - backendRefs: [{name: ${shop}, port: 80}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: testers}
spec:
  parentRefs: [{name: ${gate}, sectionName: safe}]
  rules:
    - matches: [{headers: [{name: Version, value: "${stage}"}]}]
      backendRefs: [{name: ${shop}-${stage}, port: 80, weight: 5}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: ${api}}
spec:
  parentRefs: [{name: ${gate}, sectionName: safe}]
  rules:
    - matches:
        - {path: {type: Exact, value: "/${api}"}}
        - {path: {type: PathPrefix, value: "/${api}/"}}
      backendRefs: [{name: ${api}, port: 8080}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: moved}
spec:
  parentRefs: [{name: ${gate}, sectionName: plain}]
  hostnames: ["${shop}.${team}.example"]
  rules:
    - filters: [{type: RequestRedirect, requestRedirect: {scheme: https, port: 443, statusCode: 301}}]
END
