Feature: Negative tests of 003-7, in which there is room, or the other node has it

  Background:
    Given a cluster with 2 workers

  @003-7
  Scenario Outline: A pod that no node can hold stays Pending and says why (<what>)
    When I create these pods:
      | name | image | cpu   | memory   |
      | huge | nginx | <cpu> | <memory> |
    # fails here
    Then within 3s pod "huge" is Pending because of "0/3 nodes are available"
    And within 3s pod "huge" is Pending because of "2 Insufficient <what>"
    And within 3s an event about pod "huge" says "FailedScheduling"
    And for 3s pod "huge" is bound to no node

    Examples:
      | what   | cpu | memory |
      | cpu    |  1% |        |
      | memory |     |     1% |

  @003-7
  Scenario: It is short of one thing, not of another
    When I create these pods:
      | name | image | cpu  |
      | huge | nginx | 200% |
    Then within 10s pod "huge" is Pending because of "0/3 nodes are available"
    # fails here
    And within 3s pod "huge" is Pending because of "2 Insufficient memory"

  @003-7
  Scenario: A pod that fits has no such event
    When I create these pods:
      | name | image | cpu |
      | huge | nginx |  1% |
    # fails here
    Then within 3s an event about pod "huge" says "FailedScheduling"

  @003-7 @disruptive
  Scenario: The roomiest node is picked, by requests
    Given I create these pods:
      | name    | image | node     | cpu | memory |
      | ballast | nginx | worker-2 | 30% |    30% |
    Then within 30s pod "ballast" is Running
    When I create these pods:
      | name  | image | cpu | memory |
      | first | nginx | 10% |    10% |
    # fails here
    Then within 3s pod "first" is bound to worker-2

  @003-7 @disruptive
  Scenario: Nodes without room are left out
    Given I create these pods:
      | name    | image | node     | cpu |
      | ballast | nginx | worker-2 | 60% |
    Then within 30s pod "ballast" is Running
    When I create these pods:
      | name | image | cpu |
      | snug | nginx | 60% |
    # fails here
    Then within 3s pod "snug" is bound to worker-2

  @003-7 @disruptive
  Scenario: Until there is some
    Given I create these pods:
      | name    | image | node     | cpu |
      | ballast | nginx | worker-1 | 60% |
      | snug    | nginx | worker-2 | 60% |
    Then within 30s pod "snug" is Running
    When I create these pods:
      | name | image | cpu |
      | late | nginx | 60% |
    Then within 10s pod "late" is Pending because of "2 Insufficient cpu"
    # fails here
    And within 3s pod "late" is bound to worker-1
    And within 3s pod "late" is Running

  @003-8
  Scenario: Somebody else binds a pod
    Given I apply:
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            schedulerName: nobody
            containers: [{name: web, image: nginx}]
      """
    Then within 20s deployment "web" has 1 pod
    When I run:
      """
      pod=$(kubectl get pods --selector=app=web --output=jsonpath={.items[0].metadata.name})
      kubectl create --raw=/api/v1/namespaces/${namespace}/pods/$pod/binding --filename=- <<END
      {"apiVersion": "v1", "kind": "Binding", "metadata": {"name": "$pod"}, "target": {"apiVersion": "v1", "kind": "Node", "name": "worker-1"}}
      END
      """
    Then within 30s deployment "web" has 1 ready pod
    # fails here
    And within 2s the scheduler bound the pods of deployment "web"

  @003-8
  Scenario: Fewer pods than that were bound
    Given deployment "web" with image "nginx" runs 1 replica
    # fails here
    Then within 2s the scheduler bound at least 2 pods of deployment "web"
