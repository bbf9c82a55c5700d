@003-8
Feature: Who chose the nodes of pods
  A pod that is bound has a node, whoever bound it. The API server's audit log knows who did.

  Scenario: The scheduler binds the pods of a deployment
    When I run "kubectl create deployment web --image=nginx --replicas=2"
    Then within 30s the scheduler bound the pods of deployment "web"

  Scenario: Those that are gone count, too
    When I run "kubectl create deployment web --image=nginx"
    Then within 30s deployment "web" has 1 ready pod
    When I run "kubectl delete pods --selector=app=web --now"
    Then within 30s the scheduler bound at least 2 pods of deployment "web"
