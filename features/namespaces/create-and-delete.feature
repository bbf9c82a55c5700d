@001-3
Feature: Making and deleting namespaces
  A namespace is made by a command, or from a manifest that the same command
  writes. Whatever is made in it goes when it goes. A namespace belongs to the
  whole cluster: these carry the name of the scenario's own, so that they are
  nobody else's.

  Scenario: Blue, by a command
    When I run "kubectl create namespace blue-${namespace}"
    Then the command printed "namespace/blue-${namespace} created"
    And within 10s namespace "blue-${namespace}" is Active

  Scenario: Orange, from a manifest that a dry run wrote
    When I run "kubectl create namespace orange-${namespace} --dry-run=client -o yaml >orange.yaml"
    Then for 1s namespace "orange-${namespace}" is gone
    When I run "kubectl create -f orange.yaml"
    Then within 10s namespace "orange-${namespace}" is Active
    When I run:
      """
      kubectl run web --image=nginx --dry-run=client -o yaml >web.yaml
      kubectl create -f web.yaml -n orange-${namespace}
      """
    Then within 10s pod "orange-${namespace}/web" exists
    And within 10s "kubectl get pods" does not print "web"

  Scenario: Green, written by hand
    When I apply:
      """
      apiVersion: v1
      kind: Namespace
      metadata:
        name: green-${namespace}
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: colour
        namespace: green-${namespace}
      data:
        is: green
      """
    Then within 10s {.data.is} of configmap "green-${namespace}/colour" is "green"

  Scenario: Deleting a namespace deletes what is inside
    A deployment's pods are not made again: the deployment goes too. The namespace
    is Terminating until the last of them has had its time to end.

    Given I run "kubectl create namespace blue-${namespace}"
    And I apply:
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        namespace: blue-${namespace}
      spec:
        selector:
          matchLabels: {app: web}
        template:
          metadata:
            labels: {app: web}
          spec:
            terminationGracePeriodSeconds: 1
            containers:
              - name: nginx
                image: nginx
      """
    Then within 60s deployment "blue-${namespace}/web" has 1 ready pod
    When I run "kubectl delete namespace blue-${namespace} --wait=false"
    Then within 60s namespace "blue-${namespace}" is gone
    And within 10s there are no deployments in namespace "blue-${namespace}"
    And within 10s there are no pods in namespace "blue-${namespace}"
