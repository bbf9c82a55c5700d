Feature: setup
  Scenario: what is broken
    Given I run "kubectl create deployment ${app} --image=nginx:no-such"
    And I run "kubectl create serviceaccount viewer"
    Then within 30s the pods of deployment "${app}" are Pending
