Feature: Twins of 003-8 and 004-5, in which the scheduler is left alone

  Background:
    Given a cluster with 2 workers

  @003-8 @disruptive
  Scenario: Without a scheduler new pods stay unbound, and a pod that names its node runs
    When I create pod "waiting" with image "nginx"
    And I create pod "direct" with image "nginx" on node worker-1
    Then within 30s pod "direct" is Running
    # fails here
    And for 10s pod "waiting" is Pending
    And for 5s pod "waiting" is bound to no node

  @004-5 @disruptive
  Scenario: A scheduler pod that is deleted comes back by itself
    Given pod "kube-system/kube-scheduler-control-plane-1" is called "before"
    # fails here
    Then within 30s the pods "before" are gone
    And within 30s pod "kube-system/kube-scheduler-control-plane-1" is Running
