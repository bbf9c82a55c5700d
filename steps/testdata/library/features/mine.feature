Feature: A suite outside of gherkube

  Background:
    Given a cluster with 1 worker

  Scenario: A deployment runs
    When I run "kubectl create deployment web --image=nginx"
    Then within 60s deployment "web" has 1 ready pod

  Scenario: A sentence of my own acts and expects
    When I run "kubectl create deployment web --image=nginx"
    And I scale deployment "web" to 2 with my own client
    Then deployment "web" soon has ${replicas} ready

  Scenario: A sentence of my own fails
    When I run "kubectl create deployment web --image=nginx:there-is-none"
    Then deployment "web" soon has 1 ready

  @disruptive
  Scenario: Nobody can tell
    When the API server is held down
    Then for 3s node worker-1 is Ready

  Scenario: The fault is healed
    When I create pod "proof" with image "nginx"
    Then within 60s pod "proof" is Running
