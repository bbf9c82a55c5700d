@001-6
Feature: Negative tests of 001-6

  Scenario: An add-on's page answers, but it was not installed
    # fails here
    Then within 3s deployment "victoria-metrics" has 1 ready pod

  Scenario: An add-on's page answers, but its Service leads to no pod
    When I apply "../../../architecture/manifests/victoria-metrics.yaml"
    And I run "kubectl set selector service victoria-metrics app=another"
    Then within 60s deployment "victoria-metrics" has 1 ready pod
    # fails here
    And within 3s this machine gets "Single-node VictoriaMetrics" from service "victoria-metrics" on worker-1

  Scenario: An add-on shows pods, but its account may read none
    Given pod "watched" with image "nginx" runs on worker-1
    When I apply "../../../architecture/manifests/victoria-metrics.yaml"
    Then within 60s deployment "victoria-metrics" has 1 ready pod
    When I run "kubectl get service victoria-metrics -o jsonpath={.spec.ports[0].nodePort}"
    And the output is called "port"
    # fails here
    Then within 10s node worker-2 gets "watched" from "http://worker-1:${port}/targets"
