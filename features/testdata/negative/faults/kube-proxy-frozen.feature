@003-10
Feature: Negative test of a node whose kube-proxy is frozen, which runs

  Background:
    Given a cluster with 2 workers

  Scenario: Old Services answer on the node, and a new one only elsewhere
    Given deployment "web" with image "nginx" runs 2 replicas
    When I run "kubectl expose deployment web --name=new --port=80"
    And I run "kubectl get service new -o jsonpath={.spec.clusterIP}"
    And the output is called "new"
    Then within 10s "curl -sS -m 2 http://${new}/" on worker-2 prints "Welcome to nginx"
    # fails here
    And for 3s "curl -sS -m 2 http://${new}/" on worker-1 fails with "curl: ("
