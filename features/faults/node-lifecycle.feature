@003-5
Feature: A node that no longer reports
  Every kubelet renews a lease. When the node controller has seen no renewal for
  the node grace period, it marks the node Unknown and taints it. Pods whose
  toleration of that taint runs out are deleted, and their controllers make new
  ones elsewhere; on the silent node itself the old ones hang Terminating until
  its kubelet is back. The grace period has been 50s upstream since v1.32, where
  it was 40s; the `fast` profile of these scenarios has 6s. The usual toleration
  is 300s: the pods here bring a short one of their own.

  Background:
    Given a cluster with 2 workers

  @disruptive
  Scenario: The node is marked after the grace period, and its pods run elsewhere
    Given deployment "web" with image "nginx" runs 2 replicas that leave a failed node after 3s
    And the pods of deployment "web" on worker-1 are called "lost"
    When the kubelet on worker-1 is stopped
    Then for 2s node worker-1 is Ready
    And within the node grace period and 10s node worker-1 is Unknown
    # The controller marks one node in 10s so (--node-eviction-rate), however few there are.
    And within 30s node worker-1 has the taint "node.kubernetes.io/unreachable:NoExecute"
    And within 20s the pods "lost" are Terminating
    And within 30s deployment "web" has 2 ready pods on worker-2
    And for 10s the pods "lost" are Terminating
    And for 2s the pods of daemonset "kube-system/kube-proxy" on worker-1 are not Terminating
    When the kubelet on worker-1 is started again
    Then within 30s node worker-1 is Ready
    And within 60s the pods "lost" are gone

  @disruptive
  Scenario: It is marked too when it is cut off, and its neighbour is not
    When node worker-1 is cut off from the control plane
    Then within the node grace period and 10s node worker-1 is Unknown
    And for 3s node worker-2 is Ready
    When node worker-1 is reconnected
    Then within 60s node worker-1 is Ready
