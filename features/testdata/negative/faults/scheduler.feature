Feature: Negative tests of 003-8 and 004-5, in which the scheduler is left alone

  Background:
    Given a cluster with 2 workers

  @003-8
  Scenario: Without a scheduler new pods stay unbound, and a pod that names its node runs
    When I create pod "waiting" with image "nginx"
    And I create pod "direct" with image "nginx" on node worker-1
    Then within 30s pod "direct" is Running
    # fails here
    And for 10s pod "waiting" is Pending
    And for 5s pod "waiting" is bound to no node

  @003-8
  Scenario: A pod that the API server does not take does not run
    Given I run "kubectl create quota none --hard=pods=0"
    # fails here
    Then within 3s a new pod is Running

  @003-8
  Scenario: A pod that the scheduler finds a node for does not stay Pending
    # fails here
    Then for 10s a new pod is Pending

  @004-5
  Scenario: A scheduler pod that is deleted comes back by itself
    Given pod "kube-system/kube-scheduler-control-plane-1" is called "before"
    # fails here
    Then within 30s the pods "before" are gone
    And within 30s pod "kube-system/kube-scheduler-control-plane-1" is Running
