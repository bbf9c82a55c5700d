Feature: checks
  @task:1 @points:4
  Scenario: The web runs
    Then within 30s deployment "${app}" has 1 ready pod

  @task:1 @points:2 @hidden
  Scenario: The web runs on the worker
    Given the pods of deployment "${app}" are called "web"
    Then within 5s the pods "web" are Running
    And within 5s deployment "${app}" has 1 pod on worker-1

  @task:2 @points:4 @hidden:until-due
  Scenario: The viewer may look and no more
    Then within 5s "kubectl auth can-i list pods --as=system:serviceaccount:${namespace}:viewer" prints "yes"
    And within 5s "kubectl auth can-i delete pods --as=system:serviceaccount:${namespace}:viewer" fails with "no"
