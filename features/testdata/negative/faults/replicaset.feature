@004-2
Feature: Negative tests of 004-2, in which no pod is deleted and no count is raised

  Background:
    Given a cluster with 2 workers

  Scenario: A deleted pod is replaced by another
    Given deployment "web" with image "nginx" runs 3 replicas
    And a pod of deployment "web" is called "doomed"
    # fails here
    Then within 30s the pods "doomed" are gone
    And within 30s deployment "web" has 3 ready pods

  Scenario: A raised count is followed
    Given deployment "web" with image "nginx" runs 1 replica
    # fails here
    Then within 30s deployment "web" has 3 ready pods
    And for 3s deployment "web" has 3 pods
