@004-6
Feature: Negative test of 004-6, in which the control plane's kubelet runs

  Background:
    Given a cluster with 2 workers

  @disruptive
  Scenario: The scheduler's pod hangs Terminating, and everything works all the same
    Given pod "kube-system/kube-scheduler-control-plane-1" is called "before"
    When I run "kubectl delete pod -n kube-system kube-scheduler-control-plane-1 --wait=false"
    # fails here
    Then for 5s the pods "before" are Terminating
