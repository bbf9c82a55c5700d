@002-2
Feature: Negative tests of a node without its network configuration, which has it

  Background:
    Given a cluster with 2 workers

  Scenario: Pods that run keep their network, and new ones wait for one or go elsewhere
    # fails here
    Then within 3s node worker-1 is NotReady because of "cni plugin not initialized"

  Scenario: A pod that names its node gets its network there
    When I create pod "late" with image "nginx" on node worker-1
    Then within 5s pod "late" is bound to worker-1
    # fails here
    And for 10s pod "late" is Pending

  Scenario: Nothing is said of a network
    Given pod "late" with image "nginx" runs on worker-1
    # fails here
    Then within 3s an event about pod "late" says "network is not ready"
