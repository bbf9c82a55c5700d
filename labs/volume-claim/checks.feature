Feature: The claim gets the volume, and the book survives

  @task:1 @points:1
  Scenario: The app runs and answers
    Then within 15s deployment "${app}" has 1 ready pod
    And within 5s node worker-1 gets an answer from service "${app}"

  @task:1 @points:3
  Scenario: The claim is bound to the volume
    Then within 15s pvc "${app}-data" is Bound
    And within 5s {.spec.volumeName} of pvc "${app}-data" is "${disk}"

  @task:1 @points:1
  Scenario: The app shows the book that is on the volume, and writes into it
    Then within 15s node worker-1 gets "founded by ${founder}" from service "${app}"
    And within 5s file "/srv/${disk}/index.html" on worker-1 contains "opened by ${app}-"

  @task:1 @points:1 @hidden
  Scenario: The app keeps its book on the claim
    Then within 15s pvc "${app}-data" is Bound
    And within 5s {.spec.volumeName} of pvc "${app}-data" is "${disk}"
    And within 15s deployment "${app}" has 1 ready pod
    And within 30s deployment "${app}" has 1 pod
    And within 5s {.spec.volumes[*].persistentVolumeClaim.claimName} of every pod of deployment "${app}" is "${app}-data"

  @task:1 @points:2 @hidden
  Scenario: The deployment and the volume are as they were
    Then within 15s node worker-1 gets "founded by ${founder}" from service "${app}"
    And within 5s {.spec.template.spec} of deployment "${app}" is as in "the app"
    And within 5s {.spec.template.metadata.labels} of deployment "${app}" is as in "the app"
    And within 5s {.spec.replicas} of deployment "${app}" is as in "the app"
    And within 5s pv "${disk}" matches:
      """
      spec:
        capacity: {storage: ${size}Mi}
        accessModes: [ReadWriteOnce]
        storageClassName: ${class}
        persistentVolumeReclaimPolicy: Retain
        local: {path: /srv/${disk}}
      """

  @task:2 @points:2
  Scenario: The pod was replaced, and the lines of two pods are on the disk
    Whoever is root on the node can write such lines. Only pods that ran were bound: one that waits for its claim is not.

    Then within 10s the scheduler bound at least 2 pods of deployment "${app}"
    And within 15s "grep --only-matching 'opened by ${app}-.*' /proc/1/root/srv/${disk}/index.html | sort --unique | tail --lines=+2" on worker-1 prints "opened by ${app}-"

  @task:2 @points:2 @hidden
  Scenario: The pod that runs now shows all that was written before it
    Then within 10s the scheduler bound at least 2 pods of deployment "${app}"
    And within 15s node worker-1 gets "founded by ${founder}" from service "${app}"
    And within 15s "kubectl get --raw /api/v1/namespaces/${team}/services/${app}/proxy/ | grep 'opened by ${app}-' | sort --unique | tail --lines=+2" prints "opened by ${app}-"
    And within 5s "kubectl get --raw /api/v1/namespaces/${team}/services/${app}/proxy/ | grep $(kubectl get pods --selector=app=${app} --output=jsonpath={.items[*].metadata.name})" prints "opened by ${app}-"
