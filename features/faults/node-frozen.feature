@003-5
Feature: A node that is frozen
  Every process of the node stands still. It is neither off nor cut off, and yet it
  answers nobody, which is all that the node controller can see. When the node thaws,
  everything on it goes on where it stood: no container is made anew.

  Background:
    Given a cluster with 2 workers

  @disruptive
  Scenario: It is marked like one that is gone, and goes on with the same containers
    Given pod "resident" with image "nginx" runs on worker-1
    And pod "resident" is called "before"
    When node worker-1 is frozen
    Then within the node grace period and 10s node worker-1 is Unknown
    And for 3s pod "resident" does not answer HTTP requests
    When node worker-1 is thawed
    Then within 30s node worker-1 is Ready
    And within 10s pod "resident" answers HTTP requests
    And within 20s pod "resident" has the containers that "before" had
