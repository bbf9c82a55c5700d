Feature: Negative tests of 006-1, in which the rollout is not as it should be

  Background:
    Given a cluster with 2 workers
    And pod "client" with image "nginx" runs on worker-1
    And I apply "../../../availability/manifests/web.yaml"

  @006-1
  Scenario: All pods are replaced at once
    Given I run:
      """
      kubectl patch deployment web --patch '{"spec": {"strategy": {"type": "Recreate", "rollingUpdate": null}}}'
      """
    And requests to service "web" from pod "client" go on all the time
    And the pods of deployment "web" are called "old"
    When I run "kubectl rollout restart deployment web && kubectl rollout status deployment web --timeout=90s"
    Then within 30s the pods "old" are gone
    # fails here
    And no request to service "web" has failed since

  @006-1
  Scenario: A new pod counts before it answers
    Given I run:
      """
      kubectl patch deployment web --type=json --patch '[{"op": "remove", "path": "/spec/template/spec/containers/0/readinessProbe"}]'
      kubectl rollout status deployment web --timeout=90s
      """
    And requests to service "web" from pod "client" go on all the time
    And the pods of deployment "web" are called "old"
    When I run "kubectl rollout restart deployment web && kubectl rollout status deployment web --timeout=90s"
    Then within 30s the pods "old" are gone
    # fails here
    And no request to service "web" has failed since

  @006-1
  Scenario: Some requests fail while all pods are replaced at once
    Given I run:
      """
      kubectl patch deployment web --patch '{"spec": {"strategy": {"type": "Recreate", "rollingUpdate": null}}}'
      """
    And requests to service "web" from pod "client" go on all the time
    When I run "kubectl rollout restart deployment web && kubectl rollout status deployment web --timeout=90s"
    # fails here
    Then at most 0% of the requests have failed

  @006-1
  Scenario: The service is silent while all pods are replaced at once
    Given I run:
      """
      kubectl patch deployment web --patch '{"spec": {"strategy": {"type": "Recreate", "rollingUpdate": null}}}'
      """
    And requests to service "web" from pod "client" go on all the time
    When I run "kubectl rollout restart deployment web && kubectl rollout status deployment web --timeout=90s"
    # fails here
    Then service "web" was never silent for more than 1s

  @006-1
  Scenario: Another pod answers as well
    Given requests to service "web" from pod "client" go on all the time
    When I run:
      """
      kubectl run stranger --image=nginx --labels=app=web --command -- \
        bash -c "hostname > /usr/share/nginx/html/index.html && exec nginx -g 'daemon off;'"
      """
    Then within 30s pod "stranger" is Running
    And for 5s no request fails
    # fails here
    And every answer of service "web" came from the pods of deployment "web"

  @006-1
  Scenario: All pods are gone
    Given requests to service "web" from pod "client" go on all the time
    When I run "kubectl scale deployment web --replicas=0"
    # fails here
    Then for 20s no request fails
