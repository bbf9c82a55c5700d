Feature: The app runs, and the viewer sees it
  A scenario is a criterion. It looks at what the cluster does, says when, and is not true of one in which nothing works.

  @task:1 @points:3
  Scenario: The app runs
    Then within 15s deployment "${app}" has 1 ready pod

  @task:1 @points:2 @hidden
  Scenario: The app answers
    Then within 15s deployment "${app}" has 1 ready pod
    And within 15s the pods of deployment "${app}" answer HTTP requests

  @task:2 @points:1
  Scenario: The viewer may look
    Then within 5s "kubectl auth can-i list pods --as=system:serviceaccount:${team}:viewer" prints "yes"

  @task:2 @points:4
  Scenario: The viewer may look and no more
    What may not be is true of a cluster in which nobody may do anything: it stands after what may be.

    Then within 5s "kubectl auth can-i list pods --as=system:serviceaccount:${team}:viewer" prints "yes"
    And within 5s "kubectl auth can-i delete pods --as=system:serviceaccount:${team}:viewer" fails with "no"
