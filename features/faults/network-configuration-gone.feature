@002-2
Feature: A node without its network configuration
  The files in /etc/cni/net.d name the plugin that gives a pod its network. Without
  them the runtime says that it has none to give, the kubelet reports the node
  NotReady for that reason, and starts no pod but those in the node's own network.
  Pods that run keep the network that they were given.

  Background:
    Given a cluster with 2 workers

  @disruptive
  Scenario: Pods that run keep their network, and new ones wait for one or go elsewhere
    Given pod "resident" with image "nginx" runs on worker-1
    When the CNI configuration on worker-1 is removed
    Then within 30s node worker-1 is NotReady because of "cni plugin not initialized"
    And for 3s pod "resident" answers HTTP requests
    When I run "kubectl create deployment web --image=nginx --replicas=2"
    And I create pod "late" with image "nginx" on node worker-1
    Then within 30s deployment "web" has 2 ready pods on worker-2
    And within 10s an event about pod "late" says "network is not ready"
    And for 3s pod "late" is Pending
    When the CNI configuration on worker-1 is restored
    Then within 30s node worker-1 is Ready
    And within 30s pod "late" is Running
    And within 10s pod "late" answers HTTP requests
