@004-3
Feature: A worker whose kubelet is stopped
  The scheduler gives pods to nodes that it believes to be alive: it learns that a
  kubelet has stopped only when the node controller marks the node. What it gave
  to the worker before that is not taken back. Nobody starts those pods, and
  nobody moves them, until the kubelet returns or their tolerations run out.

  Background:
    Given a cluster with 2 workers

  @disruptive
  Scenario: Pods given to a worker stay Pending while its kubelet is stopped, and run when it is back
    Given the kubelet on worker-1 is stopped
    When I run "kubectl create deployment web --image=nginx --replicas=4"
    Then within 5s deployment "web" has 2 pods on worker-1
    When the pods of deployment "web" on worker-1 are called "stranded"
    Then until node worker-1 is Unknown, within the node grace period and 10s, the pods "stranded" are Pending
    And for 30s the pods "stranded" are Pending
    And for 3s node worker-1 runs no container of the pods "stranded"
    And within 20s deployment "web" has 2 ready pods on worker-2
    When the kubelet on worker-1 is started again
    Then within 60s the pods "stranded" are Running
    When I run "kubectl create deployment fresh --image=nginx --replicas=4"
    Then within 60s deployment "fresh" has 2 ready pods on worker-1
    And within 20s deployment "fresh" has 4 ready pods

  @disruptive
  Scenario: Pods that tolerate a failed node only briefly move to another worker
    Given the kubelet on worker-1 is stopped
    When I create deployment "web" with image "nginx" and 4 replicas that leave a failed node after 2s
    Then within 5s deployment "web" has 2 pods on worker-1
    When the pods of deployment "web" on worker-1 are called "stranded"
    Then within the node grace period and 40s the pods "stranded" are Terminating
    And within 30s deployment "web" has 4 ready pods on worker-2
    And for 5s the pods "stranded" are Terminating
    When the kubelet on worker-1 is started again
    Then within 60s the pods "stranded" are gone
