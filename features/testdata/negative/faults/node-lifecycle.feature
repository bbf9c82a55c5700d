@003-5
Feature: Negative test of 003-5, in which nothing happens to the node

  Background:
    Given a cluster with 2 workers

  Scenario: The node is marked after the grace period, and its pods run elsewhere
    Given deployment "web" with image "nginx" runs 2 replicas that leave a failed node after 3s
    And the pods of deployment "web" on worker-1 are called "lost"
    Then for 2s node worker-1 is Ready
    # fails here
    And within the node grace period and 10s node worker-1 is Unknown
    And within 20s the pods "lost" are Terminating
