@007-9
Feature: Negative tests of the Gateway API

  Background:
    Given a cluster with 2 workers
    And the cluster has gateway
    And I apply "../../../networking/manifests/colours.yaml"
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
      ---
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata:
        name: way
      spec:
        parentRefs: [{name: door}]
        hostnames: ["way.${namespace}.test"]
        rules:
        - backendRefs: [{name: red, port: 80}]
      """
    And I run "kubectl wait --for=condition=Ready pod/red pod/blue --timeout=60s"

  Scenario: Without weights, one backend gets all requests
    Then within 20s "for i in $(seq 10); do curl -sS -m 2 --connect-to ::control-plane-1:80 http://way.${namespace}.test; done | sort -u" prints "I am red /"
    # fails here
    And within 5s "for i in $(seq 10); do curl -sS -m 2 --connect-to ::control-plane-1:80 http://way.${namespace}.test; done | sort -u" prints "blue"

  Scenario: Without a rule for it, a header changes nothing, and nothing is redirected
    Then within 20s "curl -sS -m 2 -H 'version: next' --connect-to ::control-plane-1:80 http://way.${namespace}.test/x" prints "I am red /x"
    # fails here
    And within 5s "curl -sS -m 2 -o /dev/null -w '%{http_code}' --connect-to ::control-plane-1:80 http://way.${namespace}.test/old" prints "301"

  Scenario: A Gateway of the class traefik is programmed
    Then within 20s {.status.conditions[?(@.type=="Programmed")].status} of gateway.gateway.networking.k8s.io "door" is "True"
    # fails here
    And for 3s {.status.conditions[?(@.type=="Programmed")].status} of gateway.gateway.networking.k8s.io "door" is "Unknown"

  Scenario: References within a namespace need no leave
    Then within 20s "curl -sS -m 2 --connect-to ::control-plane-1:80 http://way.${namespace}.test" prints "I am red /"
    # fails here
    And within 5s {.status.parents[0].conditions[?(@.type=="ResolvedRefs")].reason} of httproute.gateway.networking.k8s.io "way" is "RefNotPermitted"
