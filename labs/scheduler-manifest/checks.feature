Feature: The scheduler runs as it did, and the pods that waited run

  @task:1 @points:4
  Scenario: The scheduler's static pod runs, and stays so
    A kubelet removes what claims to be the mirror of a static pod and is none.

    Then within 40s pod "kube-system/kube-scheduler-control-plane-1" is Running
    And within 10s "kubectl get pod --namespace=kube-system kube-scheduler-control-plane-1 --output=yaml" prints "kubernetes.io/config.mirror:"
    And within 10s "curl --silent --insecure --max-time 3 https://127.0.0.1:10259/readyz" on control-plane-1 prints exactly "ok"
    And for 5s pod "kube-system/kube-scheduler-control-plane-1" is Running

  @task:1 @points:2
  Scenario: A new pod gets a node, and runs
    Then within 40s a new pod is Running

  @task:2 @points:2
  Scenario: The pods of the deployment run, and answer
    Then within 40s deployment "${app}" has ${replicas} ready pods
    And within 10s the pods of deployment "${app}" answer HTTP requests

  @task:2 @points:2 @hidden
  Scenario: Nobody but a scheduler has chosen their nodes, and the deployment is as it was
    A pod that is bound has its node from the scheduler. In one that was made with a node somebody has managed that field.

    Then within 40s deployment "${app}" has ${replicas} ready pods
    And within 5s "kubectl get pods --selector=app=${app} --output=yaml --show-managed-fields" prints "f:containers:"
    And within 5s "kubectl get pods --selector=app=${app} --output=yaml --show-managed-fields" does not print "f:nodeName:"
    And within 5s "kubectl get deployment ${app} --output=jsonpath={.spec.template.spec}{.spec.template.metadata.labels} | sha256sum" prints exactly "${template}"
