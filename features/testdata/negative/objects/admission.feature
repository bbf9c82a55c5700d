Feature: Negative tests of 005-9, with manifests that get the other answer

  @005-9
  Scenario: What a quota allows is not refused
    When I run "kubectl create quota small --hard=pods=1"
    # fails here
    Then within 2s applying this is refused with "exceeded quota: small":
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: first}
      spec:
        containers: [{name: web, image: nginx}]
      """

  @005-9
  Scenario: What a quota refuses is not accepted
    When I run "kubectl create quota none --hard=pods=0"
    # fails here
    Then within 2s applying this is accepted:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: first}
      spec:
        containers: [{name: web, image: nginx}]
      """

  @005-9
  Scenario: It is refused, but not for this reason
    When I run "kubectl create quota none --hard=pods=0"
    # fails here
    Then within 2s applying this is refused with "violates PodSecurity":
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: first}
      spec:
        containers: [{name: web, image: nginx}]
      """
