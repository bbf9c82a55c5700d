Feature: Negative tests of the features of namespaces

  @000-2
  Scenario: kubectl get pods shows the current namespace, in which no pod was made
    Given I run "kubectl create namespace other-${namespace}"
    When I run "kubectl run mine --image=nginx --namespace=other-${namespace}"
    # fails here
    Then within 2s "kubectl get pods" prints "mine"

  @000-2
  Scenario: kubectl get pods does not show another namespace, but the pod is not in another
    When I run "kubectl run theirs --image=nginx"
    # fails here
    Then within 2s "kubectl get pods" does not print "theirs"

  @001-3
  Scenario: Blue, which nobody made
    # fails here
    Then within 2s namespace "blue-${namespace}" is Active

  @001-3
  Scenario: Orange, made without the dry run
    When I run "kubectl create namespace orange-${namespace} -o yaml >orange.yaml"
    # fails here
    Then for 1s namespace "orange-${namespace}" is gone

  @001-3
  Scenario: A namespace that is not deleted keeps what is inside
    Given I run "kubectl create namespace blue-${namespace}"
    And I run "kubectl create deployment web --image=nginx -n blue-${namespace}"
    # fails here
    Then within 2s there are no deployments in namespace "blue-${namespace}"

  @004-1
  Scenario: The same name twice in one namespace is one object
    When I run "kubectl create configmap colour --from-literal=is=blue"
    And I run "kubectl delete configmap colour"
    # fails here
    Then within 2s {.data.is} of configmap "colour" is "blue"

  @004-1
  Scenario: Without a quota there is nothing to exceed
    # fails here
    Then within 2s "kubectl run web --image=nginx --dry-run=server" fails with "exceeded quota: none"

  @001-5
  Scenario: A pod on another node shares none with it
    When I create these pods:
      | name | image | node     |
      | web  | nginx | worker-2 |
    Then within 60s pod "web" is Running
    # fails here
    And within 2s "crictl pods --namespace '^${namespace}$' --quiet | wc -l" on worker-1 prints exactly "1"
