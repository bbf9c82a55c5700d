@007-1
Feature: Negative tests of network policies, without the policies

  Background:
    Given a cluster with 2 workers
    And the cluster has network policies
    And pod "web" with image "nginx" runs on worker-1
    And pod "near" with image "nginx" runs on worker-1
    And pod "far" with image "nginx" runs on worker-2
    And I run "kubectl label pod near role=client && kubectl expose pod web --port=80"

  Scenario: A policy without pods denies nothing
    Given requests to service "web" from pod "far" go on all the time
    Then within 20s requests to service "web" from pod "far" are answered
    When I apply:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: default-deny
      spec:
        podSelector:
          matchLabels: {run: nobody}
        policyTypes: [Ingress]
      """
    # fails here
    Then within 5s requests to service "web" from pod "far" are not answered

  Scenario: A default deny denies all
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
    Then within 20s pod "near" gets no answer from service "web"
    # fails here
    And within 5s pod "near" gets "Welcome to nginx" from service "web"

  Scenario: Every port is open that no policy speaks of
    Given I apply "../../../networking/manifests/two-ports.yaml"
    And I run "kubectl wait --for=condition=Ready pod/two-ports --timeout=60s"
    Then within 20s pod "near" can connect to "two-ports:80"
    # fails here
    And within 5s pod "near" cannot connect to "two-ports:81"

  Scenario: Addresses within a range are allowed
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
          - ipBlock: {cidr: 10.244.0.0/16}
      """
    # fails here
    Then within 5s pod "far" gets no answer from pod "web"

  @007-2
  Scenario: A pod sends to everyone that no policy of egress selects
    Then within 20s pod "near" resolves "web" to service "web"
    # fails here
    And within 5s pod "near" gets no answer from pod "far"

  Scenario: A namespace without the label is not allowed
    Given I run:
      """
      kubectl create namespace shop-${namespace}
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
    # fails here
    And within 5s "kubectl exec --namespace shop-${namespace} buyer -- curl -sS -m 2 http://web.${namespace}" prints "Welcome to nginx"
