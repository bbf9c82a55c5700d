@007-13
Feature: Negative tests of an operator and its type

  Background:
    Given a cluster with 2 workers
    And the cluster has job sets

  Scenario: A type that is defined is Established
    # fails here
    Then within 3s customresourcedefinition "jobsets.jobset.x-k8s.io" is not Established

  Scenario: A JobSet that ends well does not fail
    When I apply "../../../controllers/manifests/job-set.yaml"
    Then within 60s jobset.jobset.x-k8s.io "trip" is Completed
    # fails here
    And within 3s jobset.jobset.x-k8s.io "trip" is Failed

  @disruptive
  Scenario: With its operator, a JobSet is taken
    When the JobSet operator is stopped
    And the JobSet operator is started again
    And I apply "../../../controllers/manifests/job-set.yaml"
    # fails here
    Then for 20s jobset.jobset.x-k8s.io "trip" is not Completed
