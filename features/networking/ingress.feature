@007-8
Feature: An Ingress leads requests to Services by host and path
  The controller listens at ports 80 and 443 of the first control-plane node, and
  at a Service of type NodePort. Hosts contain the namespace, because all Ingress
  objects of a cluster share these ports.

  Background:
    Given a cluster with 2 workers
    And the cluster has ingress
    And I apply "manifests/colours.yaml"
    And I run "kubectl wait --for=condition=Ready pod/red pod/blue --timeout=60s"

  Scenario: The host decides, and a host that no rule names gets 404
    When I apply:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: hosts
      spec:
        ingressClassName: traefik
        rules:
        - host: red.${namespace}.test
          http:
            paths:
            - {path: /, pathType: Prefix, backend: {service: {name: red, port: {number: 80}}}}
        - host: blue.${namespace}.test
          http:
            paths:
            - {path: /, pathType: Prefix, backend: {service: {name: blue, port: {number: 80}}}}
      """
    Then within 20s "curl -sS -m 2 --connect-to ::control-plane-1:80 http://red.${namespace}.test/a" prints "I am red /a"
    And within 10s "curl -sS -m 2 --connect-to ::control-plane-1:80 http://blue.${namespace}.test/b" prints "I am blue /b"
    And within 10s "curl -sS -m 2 --connect-to ::worker-2:32080 http://blue.${namespace}.test" prints "I am blue /"
    And within 10s "kubectl exec red -- curl -sS -m 2 -H 'Host: blue.${namespace}.test' http://traefik.traefik" prints "I am blue /"
    And within 10s "curl -sS -m 2 -o /dev/null -w '%{http_code}' --connect-to ::control-plane-1:80 http://green.${namespace}.test" prints "404"
    And within 10s "kubectl get ingress hosts -o jsonpath={.status.loadBalancer.ingress[0].ip}" prints "10..."

  Scenario: The longest path decides, and a prefix ends at a slash
    When I apply:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: paths
      spec:
        ingressClassName: traefik
        rules:
        - host: ${namespace}.test
          http:
            paths:
            - {path: /, pathType: Prefix, backend: {service: {name: red, port: {number: 80}}}}
            - {path: /sea, pathType: Prefix, backend: {service: {name: blue, port: {number: 80}}}}
            - {path: /sky/today, pathType: Exact, backend: {service: {name: blue, port: {number: 80}}}}
      """
    Then within 20s "curl -sS -m 2 --connect-to ::control-plane-1:80 http://${namespace}.test/sea/deep" prints "I am blue /sea/deep"
    And within 5s "curl -sS -m 2 --connect-to ::control-plane-1:80 http://${namespace}.test/search" prints "I am red /search"
    And within 5s "curl -sS -m 2 --connect-to ::control-plane-1:80 http://${namespace}.test/sky/today" prints "I am blue /sky/today"
    And within 5s "curl -sS -m 2 --connect-to ::control-plane-1:80 http://${namespace}.test/sky/today/noon" prints "I am red /sky/today/noon"

  Scenario: A host is served with the certificate of its Secret
    Given I run:
      """
      openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -subj /CN=safe -addext subjectAltName=DNS:safe.${namespace}.test -keyout tls.key -out tls.crt
      kubectl create secret tls safe --cert=tls.crt --key=tls.key
      kubectl create ingress safe --class=traefik --rule=safe.${namespace}.test/*=red:80,tls=safe
      """
    Then within 20s "curl -sS -m 2 --cacert tls.crt --connect-to ::control-plane-1:443 https://safe.${namespace}.test/x" prints "I am red /x"
    And within 10s "kubectl exec blue -- curl -sSk -m 2 --connect-to ::traefik.traefik:443 https://safe.${namespace}.test/x" prints "I am red /x"
    And within 5s "curl -sS -m 2 --cacert tls.crt --connect-to ::control-plane-1:443 https://other.${namespace}.test" fails with "certificate"

  Scenario: The class decides who serves an Ingress, and annotations of ingress-nginx are obeyed
    Given I apply:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: rewritten
        annotations:
          nginx.ingress.kubernetes.io/rewrite-target: /$2
      spec:
        ingressClassName: nginx
        rules:
        - host: nginx.${namespace}.test
          http:
            paths:
            - {path: /shop(/|$)(.*), pathType: ImplementationSpecific, backend: {service: {name: red, port: {number: 80}}}}
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: nobodys
      spec:
        ingressClassName: other
        rules:
        - host: other.${namespace}.test
          http:
            paths:
            - {path: /, pathType: Prefix, backend: {service: {name: red, port: {number: 80}}}}
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: without-class
      spec:
        rules:
        - host: default.${namespace}.test
          http:
            paths:
            - {path: /, pathType: Prefix, backend: {service: {name: blue, port: {number: 80}}}}
      """
    Then within 20s "curl -sS -m 2 --connect-to ::control-plane-1:80 http://nginx.${namespace}.test/shop/shoes" prints "I am red /shoes"
    And within 10s "curl -sS -m 2 --connect-to ::control-plane-1:80 http://default.${namespace}.test" prints "I am blue /"
    And within 5s {.spec.ingressClassName} of ingress "without-class" is "traefik"
    And for 3s "curl -sS -m 2 -o /dev/null -w '%{http_code}' --connect-to ::control-plane-1:80 http://other.${namespace}.test" prints "404"

  Scenario: What no rule takes goes to the default backend, and a Service without pods gives 503
    When I apply:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: behind
        annotations:
          nginx.ingress.kubernetes.io/proxy-connect-timeout: "2"
      spec:
        ingressClassName: nginx
        defaultBackend: {service: {name: blue, port: {number: 80}}}
        rules:
        - host: ${namespace}.test
          http:
            paths:
            - {path: /red, pathType: Prefix, backend: {service: {name: red, port: {number: 80}}}}
      """
    Then within 20s "curl -sS -m 2 --connect-to ::control-plane-1:80 http://${namespace}.test/red" prints "I am red /red"
    When I run "kubectl delete pod red --now"
    Then within 20s "curl -sS -m 2 -o /dev/null -w '%{http_code}' --connect-to ::control-plane-1:80 http://${namespace}.test/red" prints "503"

  @disruptive
  Scenario: While the controller is stopped nobody is led, and afterwards everyone is again
    Given I run "kubectl create ingress way --class=traefik --rule=${namespace}.test/*=red:80"
    Then within 20s "curl -sS -m 2 --connect-to ::control-plane-1:80 http://${namespace}.test" prints "I am red /"
    When the ingress controller is stopped
    Then within 10s "curl -sS -m 2 --connect-to ::control-plane-1:80 http://${namespace}.test" fails with "curl: ("
    And within 10s pod "blue" gets "I am red /" from service "red"
    When I run "kubectl create ingress later --class=traefik --rule=later.${namespace}.test/*=blue:80"
    And the ingress controller is started again
    Then within 20s "curl -sS -m 2 --connect-to ::control-plane-1:80 http://${namespace}.test" prints "I am red /"
    And within 10s "curl -sS -m 2 --connect-to ::control-plane-1:80 http://later.${namespace}.test" prints "I am blue /"
