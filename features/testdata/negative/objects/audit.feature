Feature: Negative tests of 005-10, in which another did something, or nobody

  Background:
    Given I run "kubectl create rolebinding jane-edits --clusterrole=edit --user=jane"
    When I run "kubectl run web --image=nginx"
    Then within 5s user "jane" may patch pods
    And within 60s pod "web" is Running

  @005-10
  Scenario Outline: A pod that jane changed, and what is said of it: <claim>
    When I run "kubectl label pod web tier=front --as=jane"
    # fails here
    Then within 2s <claim>

    Examples:
      | claim                                                |
      | user "jane" deleted pod "web"                        |
      | user "jane" created pod "web"                        |
      | user "kubernetes-admin" changed pod "web"            |
      | service account "jane" changed pod "web"             |
      | user "jane" changed pod "wbe"                        |
      | user "jane" changed configmap "web"                  |
      | nobody changed pod "web"                             |
      | nobody but user "kubernetes-admin" changed pod "web" |
      | nobody but user "jane" created pod "web"             |
      | nobody but service account "default" bound pod "web" |

  @005-10
  Scenario: What jane did is not said never to have happened
    When I run "kubectl label pod web tier=front --as=jane"
    # fails here
    Then never within 1s user "jane" changed pod "web"

  @005-10
  Scenario: What was done before is not said to be done since
    When I run "kubectl label pod web tier=front --as=jane"
    And pod "web" is remembered as "before"
    # fails here
    Then within 2s user "jane" changed pod "web" since "before"

  @005-10
  Scenario: A pod that was only to be deleted
    When I run "kubectl delete pod web --dry-run=server --as=jane"
    # fails here
    Then within 2s user "jane" deleted pod "web"

  @005-10
  Scenario: A change that is named as if it were a dry run
    When I run "kubectl label pod web tier=front --as=jane --field-manager=dryRun=All"
    # fails here
    Then within 2s nobody changed pod "web"

  @005-10
  Scenario: A pod that was deleted
    When I run "kubectl delete pod web --grace-period=1 --as=jane"
    # fails here
    Then within 2s nobody deleted pod "web"
