@004-4
Feature: Negative test of 004-4, in which the worker's container runtime runs

  Background:
    Given a cluster with 2 workers

  Scenario: Pods avoid the worker, and are spread again when its runtime is back
    Given pod "resident" with image "nginx" runs on worker-1
    # fails here
    Then within 60s node worker-1 is NotReady because of "container runtime"
    And for 3s pod "resident" does not answer HTTP requests

  Scenario: Pods avoid the worker
    Given pod "resident" with image "nginx" runs on worker-1
    When I run "kubectl create deployment web --image=nginx --replicas=2"
    # fails here
    Then within 30s deployment "web" has 2 ready pods on worker-2
    And for 2s deployment "web" has 0 pods on worker-1
