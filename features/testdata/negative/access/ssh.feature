Feature: Negative tests of 002-6

  Background:
    Given a cluster with 2 workers

  @002-6 @disruptive
  Scenario: A node answers, but it is switched off
    When node worker-1 is stopped
    # fails here
    Then within 3s node worker-1 answers ssh

  @002-6
  Scenario: A node that was switched off does not answer, but it runs
    # fails here
    Then within 3s node worker-1 does not answer ssh

  @002-6
  Scenario: A short name leads to its node, but another is asked
    # fails here
    Then within 3s "ssh worker-2 hostname" prints exactly "worker-1"
