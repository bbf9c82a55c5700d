@007-9
Feature: Routes of the Gateway API lead requests from Gateways to Services
  A Gateway of the class traefik listens at ports 80 and 443 of the first
  control-plane node. Hosts contain the namespace, because all Gateways of a cluster
  share these ports.

  Background:
    Given a cluster with 2 workers
    And the cluster has gateway
    And I apply "manifests/colours.yaml"
    And I apply:
      """yaml
      apiVersion: gateway.networking.k8s.io/v1
      kind: Gateway
      metadata:
        name: door
      spec:
        gatewayClassName: traefik
        listeners:
        - {name: http, port: 80, protocol: HTTP, hostname: "*.${namespace}.test"}
      """
    And I run:
      """
      kubectl wait --for=condition=Ready pod/red pod/blue --timeout=60s
      kubectl wait --for=condition=Programmed gateway/door --timeout=30s
      """

  Scenario: Weights divide the requests
    When I apply:
      """yaml
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata:
        name: split
      spec:
        parentRefs: [{name: door}]
        hostnames: ["split.${namespace}.test"]
        rules:
        - backendRefs:
          - {name: red, port: 80, weight: 3}
          - {name: blue, port: 80, weight: 1}
      """
    Then within 20s "curl -sS -m 2 --connect-to ::control-plane-1:80 http://split.${namespace}.test" prints "I am red /"
    And within 20s "for i in $(seq 40); do curl -sS -m 2 --connect-to ::control-plane-1:80 http://split.${namespace}.test; done | grep -c red" prints "30"
    When I run "kubectl patch httproute split --type=json --patch '[{op: replace, path: /spec/rules/0/backendRefs/0/weight, value: 0}]'"
    Then within 20s "for i in $(seq 10); do curl -sS -m 2 --connect-to ::control-plane-1:80 http://split.${namespace}.test; done | sort -u" prints "I am blue /"
    And within 10s "for i in $(seq 10); do curl -sS -m 2 --connect-to ::control-plane-1:80 http://split.${namespace}.test; done | sort -u" does not print "red"

  Scenario: Headers and paths choose a rule, and a rule may redirect
    When I apply:
      """yaml
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata:
        name: rules
      spec:
        parentRefs: [{name: door}]
        hostnames: ["rules.${namespace}.test"]
        rules:
        - matches:
          - headers: [{name: version, value: next}]
          backendRefs: [{name: blue, port: 80}]
        - matches:
          - path: {type: PathPrefix, value: /old}
          filters:
          - type: RequestRedirect
            requestRedirect: {path: {type: ReplaceFullPath, replaceFullPath: /new}, statusCode: 301}
        - matches:
          - path: {type: PathPrefix, value: /}
          backendRefs: [{name: red, port: 80}]
      """
    Then within 20s "curl -sS -m 2 --connect-to ::control-plane-1:80 http://rules.${namespace}.test/x" prints "I am red /x"
    And within 10s "curl -sS -m 2 -H 'version: next' --connect-to ::control-plane-1:80 http://rules.${namespace}.test/x" prints "I am blue /x"
    And within 10s "curl -sS -m 2 -H 'version: last' --connect-to ::control-plane-1:80 http://rules.${namespace}.test/x" prints "I am red /x"
    And within 10s "curl -sS -m 2 -o /dev/null -w '%{http_code} %{redirect_url}' --connect-to ::control-plane-1:80 http://rules.${namespace}.test/old/page" prints "301 http://rules.${namespace}.test/new"
    And within 10s "curl -sS -m 2 -o /dev/null -w '%{http_code}' --connect-to ::control-plane-1:80 http://other.${namespace}.test" prints "404"
    And within 10s "kubectl exec red -- curl -sS -m 2 -H 'Host: rules.${namespace}.test' http://traefik.traefik/pod" prints "I am red /pod"

  Scenario: A listener ends TLS with the certificate of its Secret
    Given I run:
      """
      openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -subj /CN=safe -addext subjectAltName=DNS:safe.${namespace}.test -keyout tls.key -out tls.crt
      kubectl create secret tls safe --cert=tls.crt --key=tls.key
      """
    When I apply:
      """yaml
      apiVersion: gateway.networking.k8s.io/v1
      kind: Gateway
      metadata:
        name: safe
      spec:
        gatewayClassName: traefik
        listeners:
        - name: https
          port: 443
          protocol: HTTPS
          hostname: safe.${namespace}.test
          tls: {mode: Terminate, certificateRefs: [{name: safe}]}
      ---
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata:
        name: safe
      spec:
        parentRefs: [{name: safe}]
        rules:
        - backendRefs: [{name: red, port: 80}]
      """
    Then within 20s "curl -sS -m 2 --cacert tls.crt --connect-to ::control-plane-1:443 https://safe.${namespace}.test/x" prints "I am red /x"
    And within 10s {.status.conditions[?(@.type=="Programmed")].status} of gateway.gateway.networking.k8s.io "safe" is "True"
    When I run "kubectl delete secret safe"
    Then within 20s {.status.listeners[0].conditions[?(@.type=="ResolvedRefs")].reason} of gateway.gateway.networking.k8s.io "safe" is "InvalidCertificateRef"

  Scenario: A Service of another namespace is reached only with its leave
    Given I run:
      """
      kubectl create namespace other-${namespace}
      kubectl run green --image=nginx --port=80 --expose -n other-${namespace}
      kubectl wait --for=condition=Ready pod/green -n other-${namespace} --timeout=60s
      """
    When I apply:
      """yaml
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata:
        name: across
      spec:
        parentRefs: [{name: door}]
        hostnames: ["across.${namespace}.test"]
        rules:
        - backendRefs: [{name: green, namespace: "other-${namespace}", port: 80}]
      """
    Then within 20s {.status.parents[0].conditions[?(@.type=="ResolvedRefs")].reason} of httproute.gateway.networking.k8s.io "across" is "RefNotPermitted"
    And within 10s "curl -sS -m 2 -o /dev/null -w '%{http_code}' --connect-to ::control-plane-1:80 http://across.${namespace}.test" prints "500"
    When I apply:
      """yaml
      apiVersion: gateway.networking.k8s.io/v1beta1
      kind: ReferenceGrant
      metadata:
        name: routes
        namespace: other-${namespace}
      spec:
        from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: "${namespace}"}]
        to: [{group: "", kind: Service, name: green}]
      """
    Then within 20s "curl -sS -m 2 --connect-to ::control-plane-1:80 http://across.${namespace}.test" prints "Welcome to nginx"

  Scenario: A Gateway of a class that nobody serves is not programmed
    When I apply:
      """yaml
      apiVersion: gateway.networking.k8s.io/v1
      kind: Gateway
      metadata:
        name: elsewhere
      spec:
        gatewayClassName: nobody
        listeners:
        - {name: http, port: 80, protocol: HTTP}
      """
    Then within 5s {.status.conditions[?(@.type=="Programmed")].status} of gateway.gateway.networking.k8s.io "door" is "True"
    And for 3s {.status.conditions[?(@.type=="Programmed")].status} of gateway.gateway.networking.k8s.io "elsewhere" is "Unknown"

  @disruptive
  Scenario: While the controller is stopped, no route is served, and afterwards new ones are too
    When the ingress controller is stopped
    And I apply:
      """yaml
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata:
        name: late
      spec:
        parentRefs: [{name: door}]
        hostnames: ["late.${namespace}.test"]
        rules:
        - backendRefs: [{name: red, port: 80}]
      """
    Then within 10s "curl -sS -m 2 --connect-to ::control-plane-1:80 http://late.${namespace}.test" fails with "curl: ("
    When the ingress controller is started again
    Then within 20s "curl -sS -m 2 --connect-to ::control-plane-1:80 http://late.${namespace}.test" prints "I am red /"
