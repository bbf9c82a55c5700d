Feature: The Service finds the pods of the app, and the app has its other name

  @task:1 @points:3
  Scenario: The Service answers the client
    Then within 15s pod "client" gets "${app} says hello" from "http://${app}"

  @task:1 @points:1
  Scenario: Every pod of the app gets requests
    Then within 15s pod "client" gets "${app} says hello" from "http://${app}"
    And within 15s 40 requests from pod "client" to service "${app}" reach every pod of deployment "${app}"

  @task:1 @points:2
  Scenario: The app is as it was
    Then within 15s pod "client" gets "${app} says hello" from "http://${app}"
    And within 5s deployment "${app}" has 2 ready pods
    And within 5s "kubectl get replicasets --selector=app=${app},tier=web --output=name | wc --lines" prints exactly "1"

  @task:1 @points:2 @hidden
  Scenario: Nobody else answers for the app
    Then within 15s pod "client" gets "${app} says hello" from "http://${app}"
    And within 5s "kubectl get endpointslices --selector=kubernetes.io/service-name=${app} --output=yaml" prints "name: ${app}-"
    And within 5s "kubectl get endpointslices --selector=kubernetes.io/service-name=${app} --output=yaml" does not print "name: cache-"

  @task:2 @points:2
  Scenario: The other name leads to a Service
    Then within 15s pod "client" resolves "${alias}" to service "${alias}"

  @task:2 @points:2 @hidden
  Scenario: The app answers at its other name and port
    Then within 15s pod "client" gets "${app} says hello" from "http://${alias}.${team}.svc.cluster.local:${port}"
