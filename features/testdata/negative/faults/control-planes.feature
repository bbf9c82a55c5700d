@004-8
Feature: Negative tests of 004-8

  @disruptive
  Scenario: One control-plane node fails, and there is no other
    Given a cluster with 2 workers
    When the container runtime on control-plane-1 is stopped together with its containers
    # fails here
    Then within 5s kubectl gets an answer
    And for 5s kubectl gets an answer

  @disruptive
  Scenario: Only one of three fails
    Given a cluster with 3 control-plane nodes and 2 workers
    And pod "there" with image "nginx" runs on worker-1
    When the container runtime on control-plane-1 is stopped together with its containers
    # fails here
    Then within 5s kubectl gets no answer
    And for 5s kubectl gets no answer
