@000-1
Feature: Negative tests of 000-1, in which the network agent does nothing

  Background:
    Given a cluster with 1 worker

  @own-cluster
  Scenario: A lost route is put back, but the agent is frozen
    Given I run "kubectl get node control-plane-1 -o jsonpath={.spec.podCIDR}"
    And the output is called "range"
    When I run "pkill -STOP -x flanneld" on worker-1
    And I run "ip route del ${range}" on worker-1
    # fails here
    Then within 15s "ip route show ${range}" on worker-1 prints "${range} via"
