Feature: The Service finds the pods of the app, and the app has its other name

  @task:1 @points:2
  Scenario: The Service answers the client
    Then within 15s pod "client" gets "${app} says hello" from "http://${app}"

  @task:1 @points:3
  Scenario: Every pod of the app is found, and so are those to come
    Then within 10s service "${app}" selects every pod that deployment "${app}" makes

  @task:1 @points:2 @hidden
  Scenario: Nobody else answers for the app
    The other programs run: with them put away, any selector finds nobody else.

    Then within 10s pod "client" gets "${app} says hello" from "http://${app}"
    And within 10s service "${app}" leads to the ready pods of deployment "${app}" and no others
    And within 5s deployment "cache" has 1 ready pod
    And within 5s deployment "portal" has 1 ready pod

  @task:1 @points:1
  Scenario: The app and the other programs are as they were
    Then within 15s pod "client" gets "${app} says hello" from "http://${app}"
    And within 5s deployment "${app}" has 2 ready pods
    And within 5s {.spec.template.spec} of deployment "${app}" is as in "the app"
    And within 5s {.spec.template.metadata.labels} of deployment "${app}" is as in "the app"
    And within 5s {.spec.replicas} of deployment "${app}" is as in "the app"
    And within 5s {.spec.template.spec} of deployment "cache" is as in "the cache"
    And within 5s {.spec.template.metadata.labels} of deployment "cache" is as in "the cache"
    And within 5s {.spec.replicas} of deployment "cache" is as in "the cache"
    And within 5s {.spec.template.spec} of deployment "portal" is as in "the portal"
    And within 5s {.spec.template.metadata.labels} of deployment "portal" is as in "the portal"
    And within 5s {.spec.replicas} of deployment "portal" is as in "the portal"

  @task:2 @points:1
  Scenario: There is a Service of the other name
    Then within 5s service "${alias}" exists

  @task:2 @points:1
  Scenario: The app answers at its other name and port
    Then within 15s pod "client" gets "${app} says hello" from "http://${alias}.${team}.svc.cluster.local:${port}"

  @task:2 @points:1 @hidden
  Scenario: Every pod of the app gets requests there
    Then within 5s pod "client" gets "${app} says hello" from "http://${alias}.${team}.svc.cluster.local:${port}"
    And within 15s 40 requests from pod "client" to "http://${alias}.${team}.svc.cluster.local:${port}" reach every pod of deployment "${app}"

  @task:2 @points:1 @hidden
  Scenario: The other name keeps leading to the app, and to nobody else
    A Service that is another name in DNS leads where that one leads. A selector finds the pods to come if their template
    has all of its labels, and nobody else if no other program's pods have them all.

    Then within 5s pod "client" gets "${app} says hello" from "http://${alias}.${team}.svc.cluster.local:${port}"
    And within 5s deployment "cache" has 1 ready pod
    And within 5s deployment "portal" has 1 ready pod
    And within 5s "kubectl get deployments --output=json | jq --compact-output --argjson leads "$(kubectl get "service/$(kubectl get service ${alias} --output=jsonpath={.spec.externalName} | grep --only-matching '^[^.]*' || echo ${alias})" --output=json)" '[.items[] | select(.spec.template.metadata.labels | . == . + ($leads.spec.selector // {none: 1})).metadata.name]'" prints exactly "["${app}"]"
