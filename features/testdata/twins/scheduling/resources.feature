Feature: Twins of 003-7, in which there is room, or the other node has it

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
    And within 3s "kubectl describe pod huge" prints "FailedScheduling"
    And for 3s pod "huge" is bound to no node

    Examples:
      | what   | cpu | memory |
      | cpu    | 1%  |        |
      | memory |     | 1%     |

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
      | huge | nginx | 1%  |
    # fails here
    Then within 3s "kubectl describe pod huge" prints "FailedScheduling"

  @003-7 @disruptive
  Scenario: The roomiest node is picked, by requests
    Given I create these pods:
      | name    | image | node     | cpu | memory |
      | ballast | nginx | worker-2 | 30% | 30%    |
    Then within 30s pod "ballast" is Running
    When I create these pods:
      | name  | image | cpu | memory |
      | first | nginx | 10% | 10%    |
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
