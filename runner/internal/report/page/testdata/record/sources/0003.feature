@004-3
Feature: Negative test of 004-3, in which the kubelet is not stopped

  Background:
    Given a cluster with 2 workers

  Scenario: Pods given to a worker stay Pending while its kubelet is stopped, and run when it is back
    When I run "kubectl create deployment web --image=nginx --replicas=4"
    Then within 5s deployment "web" has 2 pods on worker-1
    When the pods of deployment "web" on worker-1 are called "stranded"
    # fails here
    Then until node worker-1 is Unknown, within the node grace period and 10s, the pods "stranded" are Pending
    And for 30s the pods "stranded" are Pending
    And for 3s node worker-1 runs no container of the pods "stranded"

  Scenario: Pods that tolerate a failed node only briefly move to another worker
    When I create deployment "web" with image "nginx" and 4 replicas that leave a failed node after 2s
    Then within 5s deployment "web" has 2 pods on worker-1
    When the pods of deployment "web" on worker-1 are called "stranded"
    # fails here
    Then within the node grace period and 20s the pods "stranded" are Terminating
    And within 30s deployment "web" has 4 ready pods on worker-2
