@007-6
Feature: The real scheduler on a thousand simulated nodes
  Simulated nodes exist in the API alone. The scheduler and the controllers do with
  them as with real ones, so decisions about large clusters can be seen on a small
  machine.

  @slow
  Scenario: 2,000 pods are spread over 1,000 nodes
    Given a cluster with 1 worker
    And 1000 simulated nodes
    Then within 10s there are 1000 nodes with label "type=kwok" that are Ready
    When I apply "manifests/many.yaml"
    Then within 180s deployment "many" has 2000 ready pods
    And within 10s there are 2 pods with label "app=many" on simulated-1
    And within 10s there are 2 pods with label "app=many" on simulated-1000
    And within 10s there are no pods with label "app=many" on worker-1

  @disruptive
  Scenario: A node that falls silent is Unknown, and its pods move after their toleration
    Given a cluster with 1 worker and fast timings
    And 3 simulated nodes
    When I apply "manifests/few.yaml"
    Then within 30s deployment "few" has 3 ready pods
    And within 5s there is 1 pod with label "app=few" on simulated-2
    When I run "kubectl label node simulated-2 type-"
    Then within 30s node simulated-2 is Unknown
    And within 30s node simulated-2 has the taint "node.kubernetes.io/unreachable:NoExecute"
    And within 60s all of these hold:
      """
      node simulated-2 is Unknown
      deployment "few" has 3 ready pods
      """
    When I run "kubectl label node simulated-2 type=kwok"
    Then within 30s node simulated-2 is Ready
