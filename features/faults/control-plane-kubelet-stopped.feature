@004-6
Feature: A control plane whose kubelet is stopped
  The kubelet of the control plane starts its components and watches over them.
  Once they run they need it no more: they go on deciding and answering.

  Background:
    Given a cluster with 2 workers

  @disruptive
  Scenario: The scheduler's pod hangs Terminating, and everything works all the same
    Given the kubelet on control-plane-1 is stopped
    And pod "kube-system/kube-scheduler-control-plane-1" is called "before"
    When I run "kubectl delete pod -n kube-system kube-scheduler-control-plane-1 --wait=false"
    Then within 20s the pods "before" are Terminating
    When I run "kubectl create deployment web --image=nginx"
    Then within 30s deployment "web" has 1 ready pod
    When I run "kubectl scale deployment web --replicas=3"
    Then within 30s deployment "web" has 3 ready pods
    And within 20s the pods of deployment "web" answer HTTP requests
    And for 5s the pods "before" are Terminating
    When the kubelet on control-plane-1 is started again
    Then within 30s the pods "before" are gone
    And within 60s pod "kube-system/kube-scheduler-control-plane-1" is Running
