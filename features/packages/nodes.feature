@008-3
Feature: A node leaves the cluster and joins it again
  kubeadm reset takes from a node what kubeadm gave it. With a bootstrap token it
  joins again, as the same name.

  Background:
    Given a cluster with 2 workers

  @disruptive
  Scenario: A node that was reset joins with a new token
    When I run "kubectl drain worker-2 --ignore-daemonsets --delete-emptydir-data"
    And I run "kubectl delete node worker-2"
    And I run on worker-2:
      """
      kubeadm reset --force
      """
    Then within 5s file "/etc/kubernetes/kubelet.conf" on worker-2 does not exist
    And within 5s unit "kubelet" on worker-2 is not active
    When I run on control-plane-1:
      """
      kubeadm token create --print-join-command
      """
    And the output is called "join"
    And I run on worker-2:
      """
      ${join} --ignore-preflight-errors=SystemVerification
      """
    Then the command printed "This node has joined the cluster"
    And within 30s node worker-2 is Ready
    When I create pod "web" with image "nginx" on node worker-2
    Then within 30s pod "web" is Ready
