@001-2 @003-5
Feature: The number of pods outlives a node
  When a node dies its pods are lost with it. Their controller counts what is
  left, and makes the rest anew on nodes that live.

  Background:
    Given a cluster with 2 workers

  @disruptive
  Scenario: A node is powered off, and its pods run on the other
    Given deployment "web" with image "nginx" runs 4 replicas that leave a failed node after 2s
    And the pods of deployment "web" on worker-1 are called "lost"
    When node worker-1 is stopped
    Then within the node grace period and 20s node worker-1 is Unknown
    And for 2s node worker-2 is Ready
    And within 60s deployment "web" has 4 ready pods on worker-2
    When node worker-1 is started again
    Then within 60s node worker-1 is Ready
    And within 60s the pods "lost" are gone
