Feature: What was is saved, and the cluster is as it was at the earlier snapshot

  @task:1 @points:1
  Scenario: The file is a whole snapshot of this cluster, and no copy of the earlier one
    Then within 20s the snapshot "/var/backups/etcd/${snapshot}.db" on control-plane-1 holds namespace "${team}"
    And within 5s "sha256sum /proc/1/root/var/backups/etcd/${snapshot}.db" on control-plane-1 does not print "${saved}"

  @task:1 @points:2 @hidden
  Scenario: It was saved before anything was restored
    Then within 20s the snapshot "/var/backups/etcd/${snapshot}.db" on control-plane-1 holds configmap "${later}" with {.data.written} "later"
    And within 20s the snapshot "/var/backups/etcd/${snapshot}.db" on control-plane-1 holds no deployment "${app}"

  @task:2 @points:1
  Scenario: What was deleted is back, and is the very same
    Then within 20s deployment "${app}" is the same object as "the app"
    And within 5s {.data.greeting} of configmap "${app}-settings" is "hello from ${app}"

  @task:2 @points:1
  Scenario: The app runs, and answers
    # A kubelet that could not reach the API server may try again after a minute only.
    Then within 75s deployment "${app}" has 2 ready pods
    And within 40s the pods of deployment "${app}" answer HTTP requests

  @task:2 @points:3 @hidden
  Scenario: The whole cluster is as it was at the snapshot
    Whoever puts back just what is asked for by name leaves the rest as it is now.

    Then within 20s {.data.version} of configmap "default/prices" is "first"
    And within 5s configmap "default/receipts" is the same object as "the receipts"

  @task:2 @points:2 @hidden
  Scenario: The restored cluster goes on: nodes report, and new pods run
    Then within 20s {.data.version} of configmap "default/prices" is "first"
    And within 60s node control-plane-1 is Ready
    And within 60s node worker-1 is Ready
    And within 90s a new pod is Running
