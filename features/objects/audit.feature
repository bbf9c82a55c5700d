Feature: Audit logs tell which account did what to an object
  Components act as accounts of their own, and people as those that their credentials
  make them.

  @005-10
  Scenario: What people and components did to a pod
    Given I run "kubectl create rolebinding jane-edits --clusterrole=edit --user=jane"
    When I run "kubectl run web --image=nginx"
    Then within 5s user "jane" may delete pods
    And within 60s pod "web" is Running
    And within 5s user "kubernetes-admin" created pod "web"
    And within 5s nobody but user "system:kube-scheduler" bound pod "web"
    And for 1s nobody deleted pod "web"
    Given pod "web" is remembered as "before"
    When I run "kubectl label pod web tier=front --as=jane"
    Then within 5s user "jane" changed pod "web"
    And for 1s nobody but user "jane" changed pod "web" since "before"
    When I run "kubectl delete pod web --dry-run=server --as=jane"
    Then for 1s nobody deleted pod "web"
    When I run "kubectl delete pod web --grace-period=1 --as=jane"
    Then within 10s user "jane" deleted pod "web" since "before"
    And for 1s nobody but user "jane" deleted pod "web"

  @005-10
  Scenario: An account scales, and a controller follows
    Given I run "kubectl create serviceaccount scaler"
    And I run "kubectl create rolebinding scaler --clusterrole=edit --serviceaccount=${namespace}:scaler"
    And deployment "web" with image "nginx" runs 1 replica
    Then within 5s service account "scaler" may patch deployments.apps/scale
    Given deployment "web" is remembered as "before"
    When I run "kubectl scale deployment web --replicas=2 --as=system:serviceaccount:${namespace}:scaler"
    Then within 5s service account "scaler" changed deployment "web" since "before"
    And for 1s nobody created deployment "web" since "before"
