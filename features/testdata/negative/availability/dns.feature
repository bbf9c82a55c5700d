Feature: Negative tests of 006-5, in which the new pods of CoreDNS cannot start

  Background:
    Given a cluster with 2 workers
    And pod "client" with image "nginx" runs on worker-1
    And deployment "web" with image "nginx" runs 1 replica
    And I run "kubectl expose deployment web --port=80"
    And lookups of "web" from pod "client" go on all the time

  @006-5 @disruptive
  Scenario: Lookups fail
    When the Corefile gets a wrong line
    # fails here
    Then for 10s no lookup fails

  @006-5 @disruptive
  Scenario: Names are not found for longer than a moment
    When the Corefile gets a wrong line
    Then within 10s lookups of "web" are not answered
    # fails here
    And DNS was never silent for more than 1s
