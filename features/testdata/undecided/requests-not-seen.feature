Feature: Requests of which nobody sees what becomes
  What was not observed has neither failed nor been answered.

  Background:
    Given a cluster with 2 workers
    And pod "client" with image "nginx" runs on worker-1
    And pod "web" with image "nginx" runs on worker-2
    And I run "kubectl expose pod web --port=80"
    And requests to service "web" from pod "client" go on all the time

  @disruptive
  Scenario: The node of the pod that asks is frozen for a while
    When node worker-1 is frozen
    Then within the node grace period and 10s node worker-1 is Unknown
    When node worker-1 is thawed
    # undecided here
    Then no request to service "web" has failed

  @006-3
  Scenario: The pod that asks is gone
    When I run "kubectl delete pod client --now"
    # undecided here
    Then for 5s no request fails
