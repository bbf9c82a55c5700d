Feature: The scheduler runs as it did, and the pods that waited run

  @task:1 @points:2
  Scenario: The scheduler's static pod runs
    A kubelet removes what claims to be the mirror of a static pod and is none.

    Then within 30s pod "kube-system/kube-scheduler-control-plane-1" is Running
    And within 10s {.metadata.annotations.kubernetes\.io/config\.mirror} of pod "kube-system/kube-scheduler-control-plane-1" is set
    And within 10s "curl --silent --insecure --max-time 3 https://127.0.0.1:10259/readyz" on control-plane-1 prints exactly "ok"

  @task:1 @points:2
  Scenario: A new pod gets a node, and runs
    Then within 30s a new pod is Running

  @task:2 @points:1
  Scenario: The pods of the deployment run, and answer
    Then within 20s deployment "${app}" has ${replicas} ready pods
    And within 10s the pods of deployment "${app}" answer HTTP requests

  @task:2 @points:2
  Scenario: The scheduler has chosen the node of each pod
    Then within 5s deployment "${app}" has ${replicas} ready pods
    And within 5s the scheduler bound the pods of deployment "${app}"

  @task:2 @points:1 @hidden
  Scenario: The pods that the scheduler has put on nodes are those that the deployment said before
    Then within 5s the scheduler bound at least 1 pod of deployment "${app}"
    And within 5s {.spec.template.spec} of deployment "${app}" is as in "what waited"
    And within 5s {.spec.template.metadata.labels} of deployment "${app}" is as in "what waited"

  @task:1 @points:2 @hidden
  Scenario: The scheduler's static pod stays ready
    A container that fails its liveness probe is killed after some rounds of ten seconds. The event of the first failure
    comes earlier.

    Then within 5s {.metadata.annotations.kubernetes\.io/config\.mirror} of pod "kube-system/kube-scheduler-control-plane-1" is set
    And for 25s pod "kube-system/kube-scheduler-control-plane-1" is Running
    And within 5s "curl --silent --insecure --max-time 3 https://127.0.0.1:10259/readyz" on control-plane-1 prints exactly "ok"
    And within 5s no event about pod "kube-system/kube-scheduler-control-plane-1" says "Unhealthy" and "Liveness probe failed"
