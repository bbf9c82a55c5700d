@002-6
Feature: Nodes are reached by ssh, under short names
  A kubelet or a runtime that is down cannot be mended with kubectl: somebody has
  to go to the node. Each cluster has keys of its own, and every node a name as
  short as worker-1: from the control plane `ssh worker-1` is enough, and so is
  `ssh -F` with the cluster's ssh_config on the machine that the cluster runs on.

  Background:
    Given a cluster with 2 workers

  Scenario Outline: <node> answers to its name, from outside and from the control plane
    Then within 10s node <node> answers ssh
    And within 10s "ssh <node> hostname" prints exactly "<node>"
    And within 10s "ssh <node> systemctl is-active kubelet" prints exactly "active"

    Examples:
      | node            |
      | control-plane-1 |
      | worker-1        |
      | worker-2        |

  @disruptive
  Scenario: A node that was switched off has the same name, key and port when it is back
    When node worker-1 is stopped
    Then within 10s node worker-1 does not answer ssh
    And for 2s node worker-2 answers ssh
    When node worker-1 is started again
    Then within 30s node worker-1 answers ssh
    And within 10s "ssh worker-1 hostname" prints exactly "worker-1"
