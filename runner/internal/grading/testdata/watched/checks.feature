Feature: The kubelet runs, and the scheduler placed the pod

  @task:1 @points:2
  Scenario: The node is Ready
    Then within 20s node worker-1 is Ready

  @task:1 @points:2
  Scenario: The kubelet starts at boot
    Then within 20s node worker-1 is Ready
    And within 5s the kubelet on worker-1 starts at boot

  @task:1 @points:2
  Scenario: The scheduler placed the pod
    Then within 20s deployment "web" has 1 ready pod
    And within 5s the scheduler bound the pods of deployment "web"
