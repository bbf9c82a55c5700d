@003-10
Feature: A Service is an address that rules on every node lead to pods
  Some documents call a Service a process that listens. There is none, and no
  interface has its address either: it exists in the rules that kube-proxy keeps
  in the kernel of every node. They were iptables rules once; here they are nftables.

  Background:
    Given a cluster with 2 workers
    And deployment "web" with image "nginx" runs 2 replicas

  Scenario: A new Service adds rules on every node, and a deleted one takes them along
    Then for 1s no node has rules for service "web"
    When I run "kubectl expose deployment web --port=80"
    Then within 10s every node has rules for service "web"
    And within 10s every node gets an answer from service "web"
    When I run "kubectl get service web -o jsonpath={.spec.clusterIP}"
    And the output is called "address"
    And I run "kubectl delete service web"
    Then within 10s no node has rules for service "web"
    And within 10s every node gets no answer from "http://${address}"

  Scenario Outline: It has no process and no interface on <node>
    When I run "kubectl expose deployment web --port=8642 --target-port=80 --type=NodePort"
    And I run "kubectl get service web -o jsonpath={.spec.clusterIP}"
    And the output is called "address"
    And I run "kubectl get service web -o jsonpath={.spec.ports[0].nodePort}"
    And the output is called "port"
    Then within 10s node <node> gets an answer from service "web"
    And within 20s "ip -brief address" on <node> does not print "${address}/"
    And within 20s port 8642 on <node> is closed
    And within 20s port ${port} on <node> is closed

    Examples:
      | node            |
      | control-plane-1 |
      | worker-1        |
