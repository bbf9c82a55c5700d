@006-4
Feature: What clients notice of an API server that is away
  With a single control-plane node, the API server is away while it restarts:
  kubectl gets no answer. Those who use the cluster's Services and names notice
  nothing, since no request of theirs passes through it.

  Background:
    Given a cluster with 2 workers
    And pod "client" with image "nginx" runs on worker-1
    And deployment "web" with image "nginx" runs 2 replicas
    And I run "kubectl expose deployment web --port=80"

  @disruptive
  Scenario: kubectl gets no answer for a while, and the workload answers all the time
    Given requests to the API server go on all the time
    And requests to service "web" from pod "client" go on all the time
    And lookups of "web" from pod "client" go on all the time
    When the API server is held down
    Then within 10s requests to the API server are not answered
    And for 5s no request to the API server is answered
    When the API server is brought back
    Then within 60s requests to the API server are answered
    And the API server was silent for at least 5s
    And no request to service "web" has failed
    And no lookup has failed
    And service "web" was never silent for more than 1s
