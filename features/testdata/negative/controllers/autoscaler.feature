@007-4
Feature: Negative tests of metrics and autoscaling

  Background:
    Given a cluster with 2 workers
    And the cluster has metrics

  Scenario: A deployment without load does not grow
    Given I apply "../../../controllers/manifests/autoscaled.yaml"
    Then within 90s {.status.conditions[?(@.type=="ScalingActive")].status} of horizontalpodautoscaler "web" is "True"
    # fails here
    And within 5s deployment "web" has 3 ready pods

  Scenario: The autoscaler acts while metrics-server runs
    Given I apply "../../../controllers/manifests/autoscaled.yaml"
    Then within 90s {.status.conditions[?(@.type=="ScalingActive")].status} of horizontalpodautoscaler "web" is "True"
    # fails here
    And within 5s {.status.conditions[?(@.type=="ScalingActive")].status} of horizontalpodautoscaler "web" is "False"
