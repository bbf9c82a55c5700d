@005-12
Feature: Several things are true at the same moment
  What "open" means of a shop is said once, as a phrase, and stands in any frame.

  Scenario: A shop opens, stays open, and closes
    When the shop "web" opens with 2 pods
    Then for 2s the shop "web" is open with 2 pods
    When I run "kubectl scale deployment web --replicas=0"
    Then within 30s the shop "web" is closed

  Scenario: A new version, and the old one serves until it is there
    Given the shop "web" opens with 2 pods
    When I run "kubectl rollout restart deployment web"
    Then until deployment "web" has rolled out, within 60s, all of these hold:
      """
      deployment "web" has at least 2 ready pods
      service "web" leads to at least 1 pod
      """
    And for 1s all of these hold:
      """
      deployment "web" has exactly 2 ready pods
      service "web" leads to at least 2 pods
      """

  Scenario: What is not ready is led to by no Service
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: slow
        labels: {app: slow}
      spec:
        containers:
          - name: web
            image: nginx
            readinessProbe:
              httpGet: {port: 80}
              initialDelaySeconds: 3
              periodSeconds: 1
      """
    And I run "kubectl expose pod slow --port=80"
    Then until all of these hold, within 60s, service "slow" leads to no pods:
      """
      pod "slow" is Running
      container "web" of pod "slow" is running
      """
    And within 20s all of these hold:
      """
      # looked at, not watched
      pod "slow" answers HTTP requests
      service "slow" leads to 1 pod
      """
