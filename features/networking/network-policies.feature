@007-1
Feature: Network policies decide who may talk to whom
  A pod that no policy selects talks to everyone. A policy that selects it leaves
  only what some policy allows.

  Background:
    Given a cluster with 2 workers
    And the cluster has network policies
    And pod "web" with image "nginx" runs on worker-1
    And pod "near" with image "nginx" runs on worker-1
    And pod "far" with image "nginx" runs on worker-2
    And I run "kubectl label pod near role=client && kubectl expose pod web --port=80"

  Scenario: A default deny ends all requests, whenever they began, and its deletion lets them through again
    Given requests to service "web" from pod "far" go on all the time
    Then within 20s pod "near" gets "Welcome to nginx" from service "web"
    And within 20s requests to service "web" from pod "far" are answered
    When I apply:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: default-deny
      spec:
        podSelector: {}
        policyTypes: [Ingress]
      """
    Then within 20s requests to service "web" from pod "far" are not answered
    And within 10s all of these hold:
      """
      pod "near" gets no answer from service "web"
      pod "far" gets no answer from pod "web"
      node worker-1 gets "Welcome to nginx" from pod "web"
      """
    And for 3s pod "near" gets no answer from service "web"
    When I run "kubectl delete networkpolicy default-deny"
    Then within 20s requests to service "web" from pod "far" are answered
    And within 10s pod "near" gets "Welcome to nginx" from pod "web"

  Scenario: Pods are allowed by their labels, and follow a change of the labels
    When I apply:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: clients-only
      spec:
        podSelector:
          matchLabels: {run: web}
        ingress:
        - from:
          - podSelector:
              matchLabels: {role: client}
      """
    And I run "kubectl label pod web run=web --overwrite"
    Then within 20s all of these hold:
      """
      pod "near" gets "Welcome to nginx" from service "web"
      pod "far" gets no answer from service "web"
      pod "near" gets "Welcome to nginx" from pod "far"
      """
    When I run "kubectl label pod far role=client && kubectl label pod near role-"
    Then within 20s all of these hold:
      """
      pod "far" gets "Welcome to nginx" from service "web"
      pod "near" gets no answer from service "web"
      """

  Scenario: Only a port is open, by its number or its name
    Given I apply "manifests/two-ports.yaml"
    And I run "kubectl wait --for=condition=Ready pod/two-ports --timeout=60s"
    When I apply:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: one-port
      spec:
        podSelector:
          matchLabels: {app: two-ports}
        ingress:
        - ports:
          - {port: public, protocol: TCP}
      """
    Then within 20s all of these hold:
      """
      pod "near" can connect to "two-ports:80"
      pod "far" can connect to "two-ports:80"
      pod "near" cannot connect to "two-ports:81"
      pod "far" cannot connect to "two-ports:81"
      """
    When I run "kubectl patch networkpolicy one-port --type=json --patch '[{op: replace, path: /spec/ingress/0/ports/0/port, value: 81}]'"
    Then within 20s all of these hold:
      """
      pod "near" cannot connect to "two-ports:80"
      pod "near" can connect to "two-ports:81"
      """

  Scenario: A namespace is allowed by its labels
    Given I run:
      """
      kubectl create namespace shop-${namespace}
      kubectl label namespace shop-${namespace} team=shop
      kubectl run --namespace shop-${namespace} buyer --image=nginx
      kubectl wait --namespace shop-${namespace} --for=condition=Ready pod/buyer --timeout=60s
      """
    When I apply:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: from-the-shop
      spec:
        podSelector: {}
        ingress:
        - from:
          - namespaceSelector:
              matchLabels: {team: shop}
      """
    Then within 20s pod "near" gets no answer from service "web"
    And within 10s "kubectl exec --namespace shop-${namespace} buyer -- curl -sS -m 2 http://web.${namespace}" prints "Welcome to nginx"
    When I run "kubectl label namespace shop-${namespace} team=other --overwrite"
    Then within 20s "kubectl exec --namespace shop-${namespace} buyer -- curl -sS -m 2 http://web.${namespace}" fails with "curl: ("

  Scenario: Addresses are allowed by a range, but for a part of it
    Given I run "kubectl get pod far -o jsonpath={.status.podIP}"
    And the output is called "address"
    When I apply:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: range
      spec:
        podSelector: {}
        ingress:
        - from:
          - ipBlock:
              cidr: 10.244.0.0/16
              except: ["${address}/32"]
      """
    Then within 20s all of these hold:
      """
      pod "far" gets no answer from pod "web"
      pod "near" gets "Welcome to nginx" from pod "web"
      """

  @007-2
  Scenario: Of what a pod sends, only names and one server are allowed
    Given lookups of "web" from pod "near" go on all the time
    When I apply:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: out
      spec:
        podSelector:
          matchLabels: {role: client}
        policyTypes: [Egress]
        egress:
        - to:
          - podSelector:
              matchLabels: {run: web}
        - ports:
          - {port: 53, protocol: UDP}
          - {port: 53, protocol: TCP}
      """
    And I run "kubectl label pod web run=web --overwrite"
    Then within 20s all of these hold:
      """
      pod "near" gets no answer from pod "far"
      pod "near" gets "Welcome to nginx" from service "web"
      pod "near" resolves "web" to service "web"
      pod "far" gets "Welcome to nginx" from pod "near"
      """
    When I run "kubectl patch networkpolicy out --type=json --patch '[{op: remove, path: /spec/egress/1}]'"
    Then within 20s lookups of "web" from pod "near" are not answered
    And within 10s pod "near" gets "Welcome to nginx" from pod "web"
