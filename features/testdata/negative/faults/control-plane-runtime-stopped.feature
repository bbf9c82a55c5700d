@004-7
Feature: Negative tests of 004-7

  Background:
    Given a cluster with 2 workers
    And pod "here" with image "nginx" runs on control-plane-1
    And pod "there" with image "nginx" runs on worker-1

  @disruptive
  Scenario: containerd stopped, but its containers are not left alive
    When the container runtime on control-plane-1 is stopped together with its containers
    # fails here
    Then for 10s kubectl gets an answer
    And within 5s pod "here" answers HTTP requests

  Scenario: the runtime stopped with its containers, but here it is not
    # fails here
    Then within 10s kubectl gets no answer
    And for 3s pod "here" does not answer HTTP requests
