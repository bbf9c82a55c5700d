@005-9
Feature: The API server refuses what is not allowed, before it is there
  Validation, quotas and Pod Security have their say on a dry run, too.

  Scenario: A quota is used up
    When I run "kubectl create quota small --hard=pods=1"
    And I run "kubectl run first --image=nginx"
    Then within 10s {.status.used.pods} of quota "small" is "1"
    And within 10s applying this is refused with "exceeded quota: small":
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: second
      spec:
        containers:
          - name: web
            image: nginx
      """
    And for 1s pod "second" is gone

  Scenario: Pod Security refuses a privileged pod, and takes another
    When I run "kubectl label namespace ${namespace} pod-security.kubernetes.io/enforce=baseline"
    Then within 10s applying this is refused with "violates PodSecurity":
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: strong
      spec:
        containers:
          - name: web
            image: nginx
            securityContext:
              privileged: true
      """
    And within 10s applying this is accepted:
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: weak
      spec:
        containers:
          - name: web
            image: nginx
      """
