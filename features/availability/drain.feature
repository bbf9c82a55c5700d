@006-2
Feature: A drain that respects a budget
  Draining a node evicts its pods. A PodDisruptionBudget says how many have to stay:
  the API server refuses to evict one pod more until another is ready elsewhere. So
  a drain takes longer, and clients notice nothing.

  Background:
    Given a cluster with 2 workers
    And pod "client" with image "nginx" runs on worker-2

  @disruptive
  Scenario: All pods of a service are on the node that is drained
    Given node worker-2 is cordoned
    And I apply "manifests/web.yaml"
    And I apply "manifests/budget.yaml"
    And requests to service "web" from pod "client" go on all the time
    And node worker-2 is uncordoned
    When node worker-1 is drained
    Then within 60s deployment "web" has 2 ready pods on worker-2
    And no request to service "web" has failed since
