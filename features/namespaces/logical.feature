Feature: A namespace divides a cluster logically
  Names, rights and quotas end at a namespace. Machines do not: pods of every
  namespace share the nodes, and reach each other over the network unless a
  policy says otherwise.

  Background:
    Given I run "kubectl create namespace blue-${namespace}"

  @004-1
  Scenario: The same name twice is two objects
    When I run "kubectl create configmap colour --from-literal=is=red"
    And I run "kubectl create configmap colour --from-literal=is=blue --namespace=blue-${namespace}"
    And I run "kubectl delete configmap colour"
    Then within 10s configmap "colour" is gone
    And within 10s {.data.is} of configmap "blue-${namespace}/colour" is "blue"

  @004-1
  Scenario: A quota holds in its own namespace only
    When I run "kubectl create quota none --hard=pods=0 --namespace=blue-${namespace}"
    Then within 10s "kubectl run web --image=nginx --dry-run=server -n blue-${namespace}" fails with "exceeded quota: none"
    When I run "kubectl run web --image=nginx"
    Then the command printed "pod/web created"

  @001-5
  Scenario: Pods of different namespaces share a node
    When I create these pods:
      | name | image | node     |
      | web  | nginx | worker-1 |
    And I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: blue-${namespace}
      spec:
        nodeName: worker-1
        containers:
          - name: nginx
            image: nginx
      """
    Then within 60s pod "web" is Running
    And within 60s pod "blue-${namespace}/web" is Running
    And within 10s "crictl pods --namespace '^${namespace}$' --quiet | wc -l" on worker-1 prints exactly "1"
    And within 10s "crictl pods --namespace '^blue-${namespace}$' --quiet | wc -l" on worker-1 prints exactly "1"
    And within 10s pod "blue-${namespace}/web" answers HTTP requests
    And within 10s "kubectl api-resources --namespaced=false" prints "nodes"
