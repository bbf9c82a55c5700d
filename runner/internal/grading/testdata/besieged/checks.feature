Feature: The web has two pods, and it was said

  @task:1 @points:2
  Scenario: Two pods are ready
    Then within 4s deployment "web" has 2 ready pods

  @task:1 @points:2
  Scenario: The administrator's kubectl sees them
    Then within 4s "kubectl get deployment web --output=jsonpath={.status.readyReplicas}" prints exactly "2"

  @task:1 @points:2
  Scenario: Both answer on the worker
    Then within 4s deployment "web" has 2 pods on worker-1
    And within 4s the pods of deployment "web" on worker-1 answer HTTP requests

  @task:1 @points:2
  Scenario: It is said on the worker
    Then within 4s "cat /proc/1/root/etc/task" on worker-1 prints exactly "done"

  @task:1 @points:2
  Scenario: It is said in the answers
    Then within 4s "cat answers/name.txt" prints exactly "web"
