Feature: Negative tests of 003-10, in which there is no Service, it is not deleted, or a node itself is meant

  Background:
    Given a cluster with 2 workers
    And deployment "web" with image "nginx" runs 2 replicas

  @003-10
  Scenario: A new Service adds rules on every node
    # fails here
    Then within 3s every node has rules for service "web"

  @003-10
  Scenario: A Service whose pods are gone has rules that lead nowhere
    When I run "kubectl expose deployment web --port=80"
    And I run "kubectl scale deployment web --replicas=0"
    Then within 30s deployment "web" has 0 pods
    And within 20s every node gets no answer from service "web"
    # fails here
    And within 3s every node has rules for service "web"

  @003-10
  Scenario: A deleted one takes its rules along
    When I run "kubectl expose deployment web --port=80"
    Then within 10s every node has rules for service "web"
    # fails here
    And within 3s no node has rules for service "web"

  @003-10
  Scenario: A deleted one answers no more
    When I run "kubectl expose deployment web --port=80"
    And I run "kubectl get service web -o jsonpath={.spec.clusterIP}"
    And the output is called "address"
    Then within 10s every node gets an answer from service "web"
    # fails here
    And within 3s every node gets no answer from "http://${address}"

  @003-10
  Scenario: It has no interface
    When I run "kubectl get node worker-1 -o jsonpath={.status.addresses[0].address}"
    And the output is called "address"
    # fails here
    Then within 2s "ip -brief address" on worker-1 does not print "${address}/"

  @003-10
  Scenario: It has no process
    # fails here
    Then within 2s port 10250 on worker-1 is closed
