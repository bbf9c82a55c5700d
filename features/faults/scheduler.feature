Feature: The scheduler decides, and only decides
  The scheduler writes a node's name into a pod, and that is all it does. Pods that
  have a node need no scheduler, and pods that run do not notice when it is gone.

  Background:
    Given a cluster with 2 workers

  @003-8 @disruptive
  Scenario: Without a scheduler new pods stay unbound, and a pod that names its node runs
    Given the scheduler is held down
    When I create pod "waiting" with image "nginx"
    And I create pod "direct" with image "nginx" on node worker-1
    Then within 30s pod "direct" is Running
    And for 10s pod "waiting" is Pending
    And for 5s pod "waiting" is bound to no node
    And for 10s a new pod is Pending
    When the scheduler is brought back
    Then within 60s pod "waiting" is Running
    And within 30s a new pod is Running

  @004-5 @disruptive
  Scenario: A scheduler pod that is deleted comes back by itself
    It is a static pod: what the API server shows is the kubelet's mirror of it. The
    mirror is made again, and the container is not even restarted.

    Given pod "kube-system/kube-scheduler-control-plane-1" is called "before"
    When I run "kubectl delete pod -n kube-system kube-scheduler-control-plane-1 --wait=false"
    Then within 30s the pods "before" are gone
    And within 30s pod "kube-system/kube-scheduler-control-plane-1" is Running
    And for 5s pod "kube-system/kube-scheduler-control-plane-1" has the containers that "before" had
    When I create pod "proof" with image "nginx"
    Then within 30s pod "proof" is Running
