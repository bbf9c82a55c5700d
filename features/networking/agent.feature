@000-1
Feature: A network agent on every node
  Kubernetes has no network of its own: a CNI project brings plugins, which the
  runtime calls for each pod, and an agent, which knows what lies beyond its node.
  Here the agent is flannel. It writes into its node's object where the node's
  pods are, reads the same of all others, and keeps a route to each; it also has
  pods speak to the world in their node's name.

  Background:
    Given a cluster with 2 workers

  Scenario: It runs once on each node, and says so in the node's object
    Then within 30s daemonset "kube-system/kube-flannel-ds" has 3 ready pods
    And within 10s daemonset "kube-system/kube-flannel-ds" has rolled out
    And within 10s "kubectl describe node worker-1" prints "Flannel is running on this node"
    And within 10s "kubectl describe node worker-1" prints "flannel.alpha.coreos.com/backend-type: host-gw"

  @disruptive
  Scenario: It puts back a route that was lost
    Given pod "here" with image "nginx" runs on worker-1
    And pod "there" with image "nginx" runs on worker-2
    And I run "kubectl get node worker-2 -o jsonpath={.spec.podCIDR}"
    And the output is called "range"
    When I run "ip route del ${range}" on worker-1
    Then within 30s "ip route show ${range}" on worker-1 prints "${range} via"
    And within 10s pod "here" gets "Welcome to nginx" from pod "there"
