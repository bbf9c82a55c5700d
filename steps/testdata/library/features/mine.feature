Feature: A suite outside of gherkube

  Background:
    Given a cluster with 1 worker

  Scenario: A deployment runs
    When I run "kubectl create deployment web --image=nginx"
    Then within 60s deployment "web" has 1 ready pod

  @disruptive
  Scenario: Nobody can tell
    When the API server is held down
    Then for 3s node worker-1 is Ready

  Scenario: The fault is healed
    When I create pod "proof" with image "nginx"
    Then within 60s pod "proof" is Running
