@007-6
Feature: Negative test of simulated nodes, none of which is silent

  Scenario: A node that is simulated stays Ready
    Given a cluster with 1 worker and fast timings
    And 3 simulated nodes
    Then within 10s node simulated-2 is Ready
    # fails here
    And within 10s node simulated-2 is Unknown
