Feature: The components of a cluster
  The control plane is static pods of the node that it runs on, as kubeadm lays
  them out. CoreDNS is a deployment, kube-proxy is on every node, and the
  kubelet is the one that is no pod: systemd runs it.

  @000-1
  Scenario: What runs in kube-system
    Then within 30s pod "kube-system/kube-apiserver-control-plane-1" is Running
    And within 30s pod "kube-system/etcd-control-plane-1" is Running
    And within 30s pod "kube-system/kube-controller-manager-control-plane-1" is Running
    And within 30s pod "kube-system/kube-scheduler-control-plane-1" is Running
    And within 30s deployment "kube-system/coredns" has 2 ready pods
    And within 30s daemonset "kube-system/kube-proxy" has 3 ready pods
    And within 10s daemonset "kube-system/kube-proxy" has rolled out

  @000-1
  Scenario Outline: systemd runs the kubelet (<node>)
    Then within 10s unit "kubelet" on <node> is active
    And within 10s "ps -o ppid= -C kubelet" on <node> prints exactly "1"
    And within 10s "crictl ps --output json" on <node> does not print ""kubelet""

    Examples:
      | node            |
      | control-plane-1 |
      | worker-1        |

  @002-1
  Scenario: A pod in its host's network has the node's address
    Given I run "kubectl get node worker-1 -o jsonpath={.status.addresses[0].address}"
    And the output is called "address"
    When I apply "../../features/manifests/two-networks.yaml"
    Then within 60s {.status.podIP} of pod "host" is "${address}"
    And within 60s pod "own" is Running
    And within 10s {.status.podIP} of pod "own" is not "${address}"
    And within 10s "kubectl get pods -n kube-system -o wide --field-selector=spec.nodeName=worker-1" prints "${address} worker-1"

  @002-1 @own-cluster
  Scenario: One control-plane node and three workers
    Given a cluster with 3 workers
    Then within 60s "kubectl get nodes" prints "control-plane-1 Ready control-plane"
    And within 60s "kubectl get nodes" prints "worker-1 Ready <none>"
    And within 60s "kubectl get nodes" prints "worker-2 Ready <none>"
    And within 60s "kubectl get nodes" prints "worker-3 Ready <none>"
    And within 60s daemonset "kube-system/kube-proxy" has 4 ready pods
    And within 10s daemonset "kube-system/kube-proxy" has rolled out
    And within 10s "kubectl get pods -n kube-system -l tier=control-plane -o jsonpath={.items[*].spec.nodeName}" prints exactly "control-plane-1 control-plane-1 control-plane-1 control-plane-1"
