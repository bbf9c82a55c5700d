@007-10
Feature: A cluster without a network agent, until one is installed
  The control plane runs, because its pods have their node's network. Every node
  says that the network of its pods is not configured.

  @own-cluster
  Scenario: Nodes are NotReady until an agent is installed
    Given a cluster with 2 workers
    And the cluster has no network agent
    When I run "kubectl create deployment web --image=nginx --replicas=2 && kubectl expose deployment web --port=80"
    Then within 10s node worker-1 is NotReady because of "cni plugin not initialized"
    And within 10s node control-plane-1 is NotReady because of "cni plugin not initialized"
    And within 10s "kubectl get pods -n kube-system -l component=kube-apiserver" prints "Running"
    And for 5s deployment "web" has 0 ready pods
    When I apply "manifests/flannel.yaml"
    Then within 90s all of these hold:
      """
      node control-plane-1 is Ready
      node worker-1 is Ready
      node worker-2 is Ready
      """
    And within 60s deployment "web" has 2 ready pods
    And within 60s deployment "kube-system/coredns" has 2 ready pods
    And within 20s node worker-1 gets "Welcome to nginx" from service "web"
    And within 20s "kubectl exec deploy/web -- curl -sS -m 2 http://web" prints "Welcome to nginx"
