@003-7
Feature: The scheduler filters nodes, ranks the others and picks the roomiest
  Nodes without room for what a pod requests are left out, and of the others the
  one is picked that has most left. What pods use does not count, only what they
  request: the pods here do next to nothing. They have no owner, since of
  pods that have one the scheduler also spreads those that belong together.

  Background:
    Given a cluster with 2 workers

  Scenario Outline: A pod that no node can hold stays Pending and says why (<what>)
    When I create these pods:
      | name | image | cpu   | memory   |
      | huge | nginx | <cpu> | <memory> |
    Then within 10s pod "huge" is Pending because of "0/3 nodes are available"
    And within 20s pod "huge" is Pending because of "2 Insufficient <what>"
    And within 20s an event about pod "huge" says "FailedScheduling"
    And for 3s pod "huge" is bound to no node

    Examples:
      | what   | cpu  | memory |
      | cpu    | 200% |        |
      | memory |      |   200% |

  @disruptive
  Scenario: The roomiest node is picked, by requests
    Given I create these pods:
      | name    | image | node     | cpu | memory |
      | ballast | nginx | worker-1 | 30% |    30% |
    Then within 30s pod "ballast" is Running
    When I create these pods:
      | name   | image | cpu | memory |
      | first  | nginx | 10% |    10% |
      | second | nginx | 10% |    10% |
    Then within 10s pod "first" is bound to worker-2
    And within 10s pod "second" is bound to worker-2

  @disruptive
  Scenario: Nodes without room are left out, until there is some
    Given I create these pods:
      | name    | image | node     | cpu |
      | ballast | nginx | worker-1 | 60% |
    Then within 30s pod "ballast" is Running
    When I create these pods:
      | name | image | cpu |
      | snug | nginx | 60% |
    Then within 10s pod "snug" is bound to worker-2
    When I create these pods:
      | name | image | cpu |
      | late | nginx | 60% |
    Then within 10s pod "late" is Pending because of "2 Insufficient cpu"
    And for 3s pod "late" is bound to no node
    When I run "kubectl delete pod ballast --now"
    Then within 30s pod "late" is bound to worker-1
    And within 30s pod "late" is Running
