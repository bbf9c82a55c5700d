@001-6
Feature: An add-on with a web page
  An add-on is nothing that Kubernetes knows of: a few objects from somebody's
  manifest, and pods that ask the API server like anybody else, as far as their
  account may. The best known one with a page, the Dashboard, is no longer kept
  up; this one is VictoriaMetrics, whose page shows what it measures.

  Scenario: An add-on is installed from its manifest, and its page answers on every node
    When I apply "manifests/victoria-metrics.yaml"
    Then within 60s deployment "victoria-metrics" has 1 ready pod
    When I run "kubectl get service victoria-metrics -o jsonpath={.spec.ports[0].nodePort}"
    And the output is called "port"
    Then within 10s "curl -s http://worker-1:${port}/vmui/" prints "Explore and troubleshoot your VictoriaMetrics data"
    And within 10s "curl -s http://worker-2:${port}/vmui/" prints "Explore and troubleshoot your VictoriaMetrics data"

  Scenario: Its page shows what the account of the add-on may read
    Given pod "watched" with image "nginx" runs on worker-1
    And I run "kubectl create rolebinding add-on --clusterrole=view --serviceaccount=${namespace}:victoria-metrics"
    When I apply "manifests/victoria-metrics.yaml"
    Then within 60s deployment "victoria-metrics" has 1 ready pod
    When I run "kubectl get service victoria-metrics -o jsonpath={.spec.ports[0].nodePort}"
    And the output is called "port"
    Then within 30s "curl -s http://worker-1:${port}/targets" prints "watched"
