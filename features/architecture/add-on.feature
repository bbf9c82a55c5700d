@001-6
Feature: An add-on with a web page
  An add-on is nothing that Kubernetes knows of: a few objects from somebody's
  manifest, and pods that ask the API server like anybody else, as far as their
  account may. The best known one with a page, the Dashboard, is no longer kept
  up; this one is VictoriaMetrics, whose page shows what it measures.

  Scenario: An add-on is installed from its manifest, and its page answers inside and outside
    When I apply "manifests/victoria-metrics.yaml"
    Then within 60s deployment "victoria-metrics" has 1 ready pod
    And within 10s every node gets "Single-node VictoriaMetrics" from service "victoria-metrics"
    And within 10s this machine gets "Single-node VictoriaMetrics" from service "victoria-metrics" on worker-1
    When I run "kubectl get service victoria-metrics -o jsonpath={.spec.ports[0].nodePort}"
    And the output is called "port"
    Then within 10s node worker-2 gets "UI for VictoriaMetrics" from "http://worker-1:${port}/vmui/"

  Scenario: Its page shows what the account of the add-on may read
    Given pod "watched" with image "nginx" runs on worker-1
    And I run "kubectl create rolebinding add-on --clusterrole=view --serviceaccount=${namespace}:victoria-metrics"
    When I apply "manifests/victoria-metrics.yaml"
    Then within 60s deployment "victoria-metrics" has 1 ready pod
    When I run "kubectl get service victoria-metrics -o jsonpath={.spec.ports[0].nodePort}"
    And the output is called "port"
    Then within 30s node worker-2 gets "watched" from "http://worker-1:${port}/targets"
