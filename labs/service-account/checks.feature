Feature: The account may do just enough, and the dashboard works under it

  @task:1 @points:2
  Scenario: The account may do what the dashboard needs
    Then within 5s service account "${account}" may do at least:
      | verbs          | resources         |
      | get list watch | pods ${kind}.apps |
      | get            | pods/log          |

  @task:1 @points:3
  Scenario: The account may do nothing else in its namespace
    A log can only be got: a role that says list and watch of it as well grants nothing more.

    Then within 5s service account "${account}" may do at least:
      | verbs | resources |
      | list  | pods      |
    And within 5s service account "${account}" may do no more than:
      | verbs          | resources                  |
      | get list watch | pods pods/log ${kind}.apps |

  @task:1 @points:3 @hidden
  Scenario: The account may do nothing in other namespaces
    Then within 5s service account "${account}" may do at least:
      | verbs | resources |
      | list  | pods      |
    And within 5s service account "${account}" may do nothing in other namespaces

  @task:2 @points:2
  Scenario: Two pods of the dashboard are ready, and the API server takes them for the account
    Then within 15s deployment "${app}" has 2 ready pods
    And within 5s the pods of deployment "${app}" answer HTTP requests
    And within 10s "kubectl auth whoami --request-timeout=3s --server=$(kubectl config view --minify --output=jsonpath={.clusters[*].cluster.server})/api/v1/namespaces/${team}/services/${app}/proxy --output=jsonpath={.status.userInfo.username}" prints exactly "system:serviceaccount:${team}:${account}"

  @task:2 @points:1
  Scenario: Every pod of the dashboard runs under the account, and its program is as it was
    Then within 15s {.spec.serviceAccountName} of every pod of deployment "${app}" is "${account}"
    And within 5s {.spec.template.spec.containers[*].image} of deployment "${app}" is as in "the program"
    And within 5s {.spec.template.spec.containers[*].command} of deployment "${app}" is as in "the program"

  @task:2 @points:1 @hidden
  Scenario: Who asks the dashboard is shown the pods
    Then within 15s pod "client" gets "PodList" from "http://${app}"
