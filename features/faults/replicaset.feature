@004-2
Feature: A ReplicaSet keeps the number of its pods
  The loss of a pod is the smallest fault there is, and the one Kubernetes is best
  known for mending.

  Background:
    Given a cluster with 2 workers

  Scenario: A deleted pod is replaced by another
    Given deployment "web" with image "nginx" runs 3 replicas
    And a pod of deployment "web" is called "doomed"
    When I delete the pods "doomed"
    Then within 30s the pods "doomed" are gone
    And within 30s deployment "web" has 3 ready pods

  Scenario: A raised count is followed
    Given deployment "web" with image "nginx" runs 1 replica
    When I run "kubectl scale deployment web --replicas=3"
    Then within 30s deployment "web" has 3 ready pods
    And for 3s deployment "web" has 3 pods
