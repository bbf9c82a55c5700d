@006-1
Feature: A rolling update without an outage
  While a Deployment replaces its pods, clients go on asking. None of them notices
  if a new pod counts only once it answers (a readiness probe), no old one is taken
  away before (maxUnavailable: 0), and an old one goes on answering until every
  node has stopped sending to it (a preStop hook).

  Background:
    Given a cluster with 2 workers
    And pod "client" with image "nginx" runs on worker-1
    And I apply "manifests/web.yaml"
    And requests to service "web" from pod "client" go on all the time

  Scenario: No request fails while all pods are replaced
    Given the pods of deployment "web" are called "old"
    When I run "kubectl rollout restart deployment web && kubectl rollout status deployment web --timeout=90s"
    Then within 30s the pods "old" are gone
    And no request to service "web" has failed since
    And at most 0% of the requests have failed
    And service "web" was never silent for more than 1s
    And every answer of service "web" came from the pods of deployment "web"
    And for 5s no request fails
