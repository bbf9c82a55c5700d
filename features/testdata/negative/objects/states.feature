Feature: Negative tests of 005-1, with objects in other states than the one that is expected

  @005-1
  Scenario Outline: A job that does not end, and what is said of it: <claim>
    When I run "kubectl create job backup --image=busybox -- sleep 600"
    # fails here
    Then within 2s <claim>

    Examples:
      | claim                                                          |
      | job "backup" is Complete                                       |
      | job "backup" is gone                                           |
      | job "other" exists                                             |
      | job "other" is not Complete                                    |
      | there is 1 pod with label "job-name=backup" that is Succeeded  |
      | there are no pods with label "job-name=backup"                 |
      | there are more than 1 pods with label "job-name=backup"        |
      | there are at least 2 pods                                      |
      | there is 1 job in namespace "default"                          |
      | there are at least 1000 pods in all namespaces                 |
      | there are exactly 2 jobs                                       |
      | there are 2 nodes that are Ready                               |
      | there is 1 job whose {.spec.parallelism} is "2"                |
      | there is 1 job whose {.spec.parallelism} is not "1"            |
      | there are no jobs whose {.spec.parallelism} is "1"             |
      | there are at least 3 pods with label "app=nothing" on worker-1 |

  @005-1
  Scenario Outline: What stays as it is comes to be nothing else: <claim>
    When I run "kubectl create configmap colour --from-literal=is=red"
    # fails here
    Then for 1s <claim>

    Examples:
      | claim                                   |
      | configmap "colour" is gone              |
      | configmap "color" exists                |
      | node worker-1 is MemoryPressure         |
      | node worker-1 is not Ready              |
      | namespace "${namespace}" is Terminating |
      | there are fewer than 1 configmaps       |

  @005-1
  Scenario: What never happens, happens
    When I run "kubectl create configmap colour --from-literal=is=red"
    # fails here
    Then never within 2s there are at least 1 configmaps with label "kubernetes.io/nothing!=x"

  @005-1
  Scenario: A custom type that nothing serves
    # fails here
    Then within 1s widgets.nobody.example.com "large" exists

  @005-1
  Scenario: A custom object with another value
    When I apply:
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata:
        name: widgets.${namespace}.example.com
      spec:
        group: ${namespace}.example.com
        scope: Namespaced
        names: {plural: widgets, singular: widget, kind: Widget}
        versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}
      """
    Then within 20s crd "widgets.${namespace}.example.com" is Established
    When I apply:
      """
      apiVersion: ${namespace}.example.com/v1
      kind: Widget
      metadata: {name: large}
      spec: {size: 2}
      """
    # fails here
    Then within 2s {.spec.size} of widgets.${namespace}.example.com "large" is at least 3
