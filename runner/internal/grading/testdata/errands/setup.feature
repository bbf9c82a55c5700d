Feature: Five errands

  Scenario: There is an account without rights
    Given I run "kubectl create serviceaccount viewer"
    Then within 20s "kubectl get serviceaccount viewer" prints "viewer"
