@003-10
Feature: A node whose kube-proxy is frozen
  kube-proxy only writes rules; it is the kernel that follows them. While it
  is down the Services that the node knows go on answering there, and a new one is
  unknown on that node alone.

  Background:
    Given a cluster with 2 workers

  @disruptive
  Scenario: Old Services answer on the node, and a new one only elsewhere
    Given deployment "web" with image "nginx" runs 2 replicas
    And I run "kubectl expose deployment web --name=old --port=80"
    And I run "kubectl get service old -o jsonpath={.spec.clusterIP}"
    And the output is called "old"
    Then within 10s "curl -sS -m 2 http://${old}/" on worker-1 prints "Welcome to nginx"
    When kube-proxy on worker-1 is frozen
    And I run "kubectl expose deployment web --name=new --port=80"
    And I run "kubectl get service new -o jsonpath={.spec.clusterIP}"
    And the output is called "new"
    Then within 10s "curl -sS -m 2 http://${new}/" on worker-2 prints "Welcome to nginx"
    And for 3s "curl -sS -m 2 http://${old}/" on worker-1 prints "Welcome to nginx"
    And for 3s "curl -sS -m 2 http://${new}/" on worker-1 fails with "curl: ("
    When kube-proxy on worker-1 is thawed
    Then within 30s "curl -sS -m 2 http://${new}/" on worker-1 prints "Welcome to nginx"
