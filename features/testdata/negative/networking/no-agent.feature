@007-10
Feature: Negative tests of a cluster without a network agent

  @own-cluster
  Scenario: Without an agent, nodes stay NotReady
    Given a cluster with 2 workers
    And the cluster has no network agent
    Then within 10s node worker-1 is NotReady because of "cni plugin not initialized"
    # fails here
    And within 10s node worker-1 is Ready
