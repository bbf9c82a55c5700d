Feature: Negative tests of the features of controllers

  @003-6
  Scenario: Nothing is reconciled, but the controller manager is left alone
    Given deployment "web" with image "nginx" runs 2 replicas
    And a pod of deployment "web" is called "doomed"
    When I delete the pods "doomed"
    And I run "kubectl scale deployment web --replicas=3"
    Then within 30s the pods "doomed" are gone
    # fails here
    And for 5s deployment "web" has 1 ready pod

  @003-6
  Scenario: A namespace gets its service account from a controller that runs
    When I run "kubectl create namespace late-${namespace}"
    # fails here
    Then for 2s serviceaccount "late-${namespace}/default" is gone

  @001-2
  Scenario: A node that lives is not marked
    # fails here
    Then within 3s node worker-1 is Unknown

  @001-2
  Scenario: The number of pods on the other node grows, but no node died
    Given deployment "web" with image "nginx" runs 4 replicas that leave a failed node after 2s
    # fails here
    Then within 5s deployment "web" has 4 ready pods on worker-2
