@003-5
Feature: Negative test of a node that is frozen, which is not

  Background:
    Given a cluster with 2 workers

  Scenario: It is marked like one that is gone, and goes on with the same containers
    Given pod "resident" with image "nginx" runs on worker-1
    # fails here
    Then within the node grace period node worker-1 is Unknown
    And for 3s pod "resident" does not answer HTTP requests
