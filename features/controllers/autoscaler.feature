@007-4
Feature: What pods use is measured, and an autoscaler follows it
  metrics-server asks every kubelet what its pods use. The autoscaler in the
  controller manager compares that with what the pods requested.

  Background:
    Given a cluster with 2 workers
    And the cluster has metrics

  Scenario: kubectl top tells what nodes and pods use
    Given pod "web" with image "nginx" runs on worker-1
    Then within 60s "kubectl top node worker-2 --no-headers" prints "worker-2"
    And within 60s "kubectl top pod web --no-headers" prints "web"
    And within 10s {.status.conditions[?(@.type=="Available")].status} of apiservice.apiregistration.k8s.io "v1beta1.metrics.k8s.io" is "True"

  Scenario: A deployment grows under load, and shrinks when the load ends
    Given I apply "manifests/autoscaled.yaml"
    When I run "kubectl run load --image=busybox -- sh -c 'while true; do wget -q -O /dev/null http://web; done'"
    Then within 90s deployment "web" has 3 ready pods
    And within 10s {.status.conditions[?(@.type=="ScalingActive")].status} of horizontalpodautoscaler "web" is "True"
    And within 10s an event about horizontalpodautoscaler "web" says "SuccessfulRescale"
    When I run "kubectl delete pod load --now"
    Then within 90s deployment "web" has 1 ready pod
