@003-6
Feature: All controllers live in one process
  kube-controller-manager holds every controller of the cluster. When it is down
  nothing is brought to its declared state any more, whatever kind it is. What
  runs goes on running: no controller is needed for that.

  Background:
    Given a cluster with 2 workers

  Scenario: There is one process
    Then within 10s "pgrep --count kube-controller" on control-plane-1 prints exactly "1"

  @disruptive
  Scenario: Without it nothing is reconciled, and pods run on
    Given deployment "web" with image "nginx" runs 2 replicas
    And a pod of deployment "web" is called "doomed"
    When the controller manager is held down
    And I delete the pods "doomed"
    And I run "kubectl scale deployment web --replicas=3"
    And I run "kubectl create namespace late-${namespace}"
    Then within 30s the pods "doomed" are gone
    And for 5s deployment "web" has 1 ready pod
    And for 2s the pods of deployment "web" answer HTTP requests
    And for 2s serviceaccount "late-${namespace}/default" is gone
    When the controller manager is brought back
    Then within 60s deployment "web" has 3 ready pods
    And within 30s serviceaccount "late-${namespace}/default" exists
