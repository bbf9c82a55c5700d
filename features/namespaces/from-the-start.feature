@000-2
Feature: Namespaces that are there from the start
  A cluster has the namespaces default and kube-system before anybody makes one,
  and today kube-public and kube-node-lease too. kubectl shows one of them at a
  time: the one its context names, or default.

  Scenario: A cluster begins with these
    Then within 10s "kubectl get namespaces" prints "default Active"
    And within 10s "kubectl get namespaces" prints "kube-system Active"
    And within 10s "kubectl get namespaces" prints "kube-public Active"
    And within 10s "kubectl get namespaces" prints "kube-node-lease Active"

  Scenario: kubectl get pods shows the current namespace only
    Given I run "kubectl create namespace other-${namespace}"
    When I run "kubectl run mine --image=nginx"
    And I run "kubectl run theirs --image=nginx --namespace=other-${namespace}"
    Then within 10s "kubectl get pods" prints "mine"
    And within 10s "kubectl get pods" does not print "theirs"
    And within 10s "kubectl get pods -n other-${namespace}" prints "theirs"
    And within 10s "kubectl get pods -n other-${namespace}" does not print "mine"
    And within 10s "kubectl get pods --all-namespaces" prints "theirs"
    And within 10s "kubectl get pods --all-namespaces" prints "kube-scheduler"
