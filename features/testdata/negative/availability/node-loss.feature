Feature: Negative tests of 006-3

  Background:
    Given a cluster with 2 workers
    And pod "client" with image "nginx" runs on worker-1

  @006-3 @disruptive
  Scenario: The only pod stays on the node that is lost
    Given pod "web" with image "nginx" runs on worker-2
    And I run "kubectl expose pod web --port=80"
    And requests to service "web" from pod "client" go on all the time
    When node worker-2 is stopped
    Then within the node grace period and 10s node worker-2 is Unknown
    # fails here
    And within 10s requests to service "web" are answered

  @006-3 @disruptive
  Scenario: The service is silent for as long as its only pod is lost
    Given pod "web" with image "nginx" runs on worker-2
    And I run "kubectl expose pod web --port=80"
    And requests to service "web" from pod "client" go on all the time
    When node worker-2 is stopped
    Then within the node grace period and 10s node worker-2 is Unknown
    # fails here
    And service "web" was never silent for more than 3s

  @006-3
  Scenario: No node is lost
    Given deployment "web" with image "nginx" runs 1 replica
    And I run "kubectl expose deployment web --port=80"
    And requests to service "web" from pod "client" go on all the time
    # fails here
    Then within 3s requests to service "web" are not answered

  @006-3
  Scenario: No node is lost, and no request fails
    Given deployment "web" with image "nginx" runs 1 replica
    And I run "kubectl expose deployment web --port=80"
    And requests to service "web" from pod "client" go on all the time
    # fails here
    Then at least 1 of the requests have failed

  @006-3
  Scenario: No node is lost, and the service is not silent
    Given deployment "web" with image "nginx" runs 1 replica
    And I run "kubectl expose deployment web --port=80"
    And requests to service "web" from pod "client" go on all the time
    # fails here
    Then service "web" was silent for at least 1s
