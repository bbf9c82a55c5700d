Feature: Lines that stand behind the first that fails in the other negative tests
  A scenario ends at its first line that fails. So each kind of line that is never
  reached there is seen to fail here, on a cluster where it is not so.

  Background:
    Given a cluster with 2 workers

  @004-3
  Scenario: A node that runs pods runs their containers
    Given deployment "web" with image "nginx" runs 4 replicas
    And the pods of deployment "web" on worker-1 are called "stranded"
    # fails here
    Then for 3s node worker-1 runs no container of the pods "stranded"

  @004-4 @004-7
  Scenario: A pod that runs answers
    Given pod "resident" with image "nginx" runs on worker-1
    # fails here
    Then for 3s pod "resident" does not answer HTTP requests

  @004-4
  Scenario: A deployment has pods on both workers
    Given deployment "web" with image "nginx" runs 4 replicas
    # fails here
    Then for 2s deployment "web" has 0 pods on worker-1

  @003-8
  Scenario: The scheduler finds a node for a pod
    When I create pod "waiting" with image "nginx"
    # fails here
    Then for 5s pod "waiting" is bound to no node

  @003-5
  Scenario: A node that reports has no taint
    # fails here
    Then within 3s node worker-1 has the taint "node.kubernetes.io/unreachable:NoExecute"

  @003-5
  Scenario: Pods that are deleted do not stay
    Given deployment "web" with image "nginx" runs 2 replicas
    And the pods of deployment "web" are called "lost"
    When I delete the pods "lost"
    # fails here
    Then for 30s the pods "lost" are Terminating

  @004-5 @disruptive
  Scenario: A scheduler whose container was killed has another one
    Given pod "kube-system/kube-scheduler-control-plane-1" is called "before"
    When I run "pkill -KILL -x kube-scheduler" on control-plane-1
    # fails here
    Then for 20s pod "kube-system/kube-scheduler-control-plane-1" has the containers that "before" had
