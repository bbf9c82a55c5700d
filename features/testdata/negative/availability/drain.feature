Feature: A negative test of 006-2, in which no budget holds the drain up

  Background:
    Given a cluster with 2 workers
    And pod "client" with image "nginx" runs on worker-2

  @006-2 @disruptive
  Scenario: All pods of a service are on the node that is drained
    Given node worker-2 is cordoned
    And I apply "../../../availability/manifests/web.yaml"
    And I run:
      """
      kubectl patch deployment web --type=json --patch '[{"op": "remove", "path": "/spec/template/spec/containers/0/lifecycle"}]'
      kubectl rollout status deployment web --timeout=90s
      """
    And requests to service "web" from pod "client" go on all the time
    And node worker-2 is uncordoned
    When node worker-1 is drained
    Then within 60s deployment "web" has 2 ready pods on worker-2
    # fails here
    And no request to service "web" has failed since
