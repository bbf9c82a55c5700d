@006-3
Feature: How long a service is silent when a node is lost
  Nobody tells clients that a node has lost its power. A Service goes on sending
  them to the pods of that node until the node is marked; those that it sends to
  other pods are answered. With a single pod, the Service is silent until its
  replacement is ready: the node grace period, the toleration of the pod and its
  start add up.

  Background:
    Given a cluster with 2 workers
    And pod "client" with image "nginx" runs on worker-1

  @disruptive
  Scenario: Two pods on two nodes: some requests fail, and the service is never silent
    Given deployment "web" with image "nginx" runs 2 replicas
    And I run "kubectl expose deployment web --port=80"
    And requests to service "web" from pod "client" go on all the time
    When node worker-2 is stopped
    Then within the node grace period and 10s node worker-2 is Unknown
    And within 10s requests to service "web" are answered
    And for 5s no request fails
    And at least 1 of the requests have failed
    And service "web" was never silent for more than 3s

  @disruptive
  Scenario: A single pod: silent until its replacement is ready
    Given pod "filler" with image "nginx" runs on worker-1
    And node worker-1 is cordoned
    And deployment "web" with image "nginx" runs 1 replica that leave a failed node after 2s
    And node worker-1 is uncordoned
    And I run "kubectl expose deployment web --port=80"
    And requests to service "web" from pod "client" go on all the time
    When node worker-2 is stopped
    Then within 10s requests to service "web" are not answered
    And within the node grace period and 30s requests to service "web" are answered
    And service "web" was silent for at least 5s since
    And service "web" was never silent for more than 40s
