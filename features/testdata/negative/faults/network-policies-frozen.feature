@007-3
Feature: Negative test of a node whose network policy controller is frozen, which runs

  Background:
    Given a cluster with 2 workers
    And the cluster has network policies

  Scenario: A new policy has an effect on every node
    Given pod "new" with image "nginx" runs on worker-1
    And pod "client" with image "nginx" runs on worker-2
    When I apply:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: after
      spec:
        podSelector: {}
      """
    Then within 20s pod "client" gets no answer from pod "new"
    # fails here
    And for 3s pod "client" gets "Welcome to nginx" from pod "new"
