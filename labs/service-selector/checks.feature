Feature: The Service finds the pods of the app, and the app has its other name

  @task:1 @points:3
  Scenario: The Service answers the client
    Then within 15s pod "client" gets "${app} says hello" from "http://${app}"

  @task:1 @points:1
  Scenario: Every pod of the app gets requests
    Then within 15s pod "client" gets "${app} says hello" from "http://${app}"
    And within 15s 40 requests from pod "client" to service "${app}" reach every pod of deployment "${app}"

  @task:1 @points:2
  Scenario: The app is as it was, and its pods to come are found as well
    A ReplicaSet has the labels that its new pods will get.

    Then within 15s pod "client" gets "${app} says hello" from "http://${app}"
    And within 5s deployment "${app}" has 2 ready pods
    And within 5s "kubectl get deployment ${app} --output=jsonpath={.spec.template.spec}{.spec.template.metadata.labels} | sha256sum" prints exactly "${template}"
    And within 5s "kubectl get replicasets --output=name --selector=$(kubectl get service ${app} --output=wide --no-headers | sed 's/ *$//; s/.* //')" prints "replicaset.apps/${app}-"

  @task:1 @points:2 @hidden
  Scenario: Nobody else answers for the app
    Then within 15s pod "client" gets "${app} says hello" from "http://${app}"
    And within 5s "kubectl get endpointslices --selector=kubernetes.io/service-name=${app} --output=yaml" prints "name: ${app}-"
    And within 5s "kubectl get endpointslices --selector=kubernetes.io/service-name=${app} --output=yaml" does not print "name: cache-"

  @task:2 @points:2
  Scenario: The other name leads to a Service
    Then within 15s pod "client" resolves "${alias}" to service "${alias}"

  @task:2 @points:2 @hidden
  Scenario: The app, and nobody else, answers at its other name and port
    Then within 15s pod "client" gets "${app} says hello" from "http://${alias}.${team}.svc.cluster.local:${port}"
    And within 5s "kubectl get endpointslices --selector=kubernetes.io/service-name=${alias} --output=yaml" prints "name: ${app}-"
    And within 5s "kubectl get endpointslices --selector=kubernetes.io/service-name=${alias} --output=yaml" does not print "name: cache-"
