Feature: An image that is not there
  Say here what is broken, and why it looks the way it does. It ends with what shows that it is.

  Scenario: A deployment has an image that does not exist
    Given I run "kubectl create deployment ${app} --image=nginx:no-such"
    And I run "kubectl create serviceaccount viewer"
    Then within 30s the pods of deployment "${app}" are Pending
