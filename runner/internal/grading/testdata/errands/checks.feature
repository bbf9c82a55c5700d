Feature: All errands are done

  @task:1 @points:2
  Scenario: The script prints the nodes
    Then within 8s the student's script "nodes.sh" prints "control-plane-1"
    And within 8s the student's script "nodes.sh" prints "worker-1"

  @task:2 @points:3
  Scenario: The app runs
    Then within 8s deployment "web" has 2 ready pods

  @task:3 @points:3
  Scenario: The account may look at pods, and no more
    Then within 5s the student's kubeconfig "viewer.kubeconfig" authenticates as "system:serviceaccount:${namespace}:viewer"
    And within 5s the student's kubeconfig "viewer.kubeconfig" may list pods
    And within 5s the student's kubeconfig "viewer.kubeconfig" may not list secrets
    And within 5s the student's kubeconfig "viewer.kubeconfig" may not list pods in all namespaces

  @task:4 @points:2
  Scenario: The manifest is good
    Then within 8s the student's manifest "quota.yaml" is accepted
    And the answer "quota.yaml" has 1 quota
    And {.spec.hard.pods} of the answer "quota.yaml" is "10"
    And the answer "quota.yaml" matches:
      """
      kind: ResourceQuota
      metadata: {namespace: "${namespace}"}
      """

  @task:5 @points:2
  Scenario: The word was written
    Then within 5s "cat answers/name.txt" prints exactly "web"
