@007-3
Feature: A node whose network policy controller is frozen
  The controller only writes rules; it is the kernel that follows them. While it is
  frozen, the policies that the node knows stay in force, and a new one has no effect
  for the pods of that node.

  Background:
    Given a cluster with 2 workers
    And the cluster has network policies

  @disruptive
  Scenario: Known policies stay in force on the node, and a new one has no effect there alone
    Given pod "old" with image "nginx" runs on worker-1
    And pod "new" with image "nginx" runs on worker-1
    And pod "elsewhere" with image "nginx" runs on worker-2
    And pod "client" with image "nginx" runs on worker-2
    And I run "kubectl label pod old guarded=before && kubectl label pod new elsewhere guarded=after"
    When I apply:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: before
      spec:
        podSelector:
          matchLabels: {guarded: before}
      """
    Then within 20s pod "client" gets no answer from pod "old"
    When the network policy controller on worker-1 is frozen
    And I apply:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: after
      spec:
        podSelector:
          matchLabels: {guarded: after}
      """
    Then within 20s pod "client" gets no answer from pod "elsewhere"
    And for 3s pod "client" gets "Welcome to nginx" from pod "new"
    And for 3s pod "client" gets no answer from pod "old"
    When the network policy controller on worker-1 is thawed
    Then within 30s pod "client" gets no answer from pod "new"
