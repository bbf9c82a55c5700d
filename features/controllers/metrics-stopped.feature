@007-4
Feature: A cluster whose metrics-server is stopped
  Without metrics, an autoscaler does not know what to do, and so does nothing.

  Background:
    Given a cluster with 2 workers
    And the cluster has metrics

  @disruptive
  Scenario: The autoscaler says that it cannot act, and acts again afterwards
    Given I apply "manifests/autoscaled.yaml"
    Then within 90s {.status.conditions[?(@.type=="ScalingActive")].status} of horizontalpodautoscaler "web" is "True"
    When metrics-server is stopped
    Then within 60s {.status.conditions[?(@.type=="ScalingActive")].status} of horizontalpodautoscaler "web" is "False"
    And within 10s "kubectl get --raw /apis/metrics.k8s.io/v1beta1/nodes" fails with "ServiceUnavailable"
    And for 3s deployment "web" has 1 ready pod
    When metrics-server is started again
    Then within 90s {.status.conditions[?(@.type=="ScalingActive")].status} of horizontalpodautoscaler "web" is "True"
