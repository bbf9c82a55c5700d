Feature: The words of a shop
  Phrases: each scenario defines the sentence that is its name, for the features of this
  folder and of those below.

  @phrase
  Scenario: the shop "<name>" opens with <n> pods
    Given I run "kubectl create deployment <name> --image=nginx --replicas=<n>"
    And I run "kubectl expose deployment <name> --port=80"
    Then within 60s the shop "<name>" is open with <n> pods

  @phrase
  Scenario: the shop "<name>" is open with <n> pods
    * deployment "<name>" has <n> ready pods
    * service "<name>" leads to <n> pods

  @phrase
  Scenario: the shop "<name>" is closed
    * service "<name>" exists
    * service "<name>" leads to no pods

  @phrase
  Scenario: 상점 "<name>"{이/가} 파드 <n>개로 열려 있다
    * the shop "<name>" is open with <n> pods
