@007-5
Feature: Volumes are provisioned for claims
  The cluster's default StorageClass makes a volume for a claim: a folder on the
  node of the first pod that uses it.

  Background:
    Given a cluster with 2 workers
    And the cluster has storage

  Scenario: A claim waits for its first pod, and the data outlives that pod
    When I apply "manifests/claim.yaml"
    Then within 10s an event about persistentvolumeclaim "data" says "WaitForFirstConsumer"
    And for 3s persistentvolumeclaim "data" is Pending
    When I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata:
        name: writer
      spec:
        terminationGracePeriodSeconds: 1
        containers:
        - name: shell
          image: busybox
          command: [sh, -c, "echo kept > /data/note; sleep 3600"]
          volumeMounts:
          - {name: data, mountPath: /data}
        volumes:
        - name: data
          persistentVolumeClaim: {claimName: data}
      """
    Then within 60s persistentvolumeclaim "data" is Bound
    And within 30s running "cat /data/note" in pod "writer" prints "kept"
    When I run "kubectl delete pod writer"
    And I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata:
        name: reader
      spec:
        terminationGracePeriodSeconds: 1
        containers:
        - name: shell
          image: busybox
          command: [sleep, "3600"]
          volumeMounts:
          - {name: data, mountPath: /data}
        volumes:
        - name: data
          persistentVolumeClaim: {claimName: data}
      """
    Then within 60s running "cat /data/note" in pod "reader" prints "kept"

  Scenario: The reclaim policy decides whether the volume outlives its claim
    When I apply "manifests/claim.yaml"
    And I apply "manifests/retained.yaml"
    And I apply "manifests/users.yaml"
    Then within 60s pod "user" is Running
    And within 10s pod "retained-user" is Running
    When I run "kubectl get persistentvolumeclaim data -o jsonpath={.spec.volumeName}"
    And the output is called "deleted"
    And I run "kubectl get persistentvolumeclaim retained -o jsonpath={.spec.volumeName}"
    And the output is called "kept"
    And I run "kubectl delete pod user retained-user --now && kubectl delete persistentvolumeclaim data retained"
    Then within 60s persistentvolume "${deleted}" is gone
    And within 30s persistentvolume "${kept}" is Released
    When I run "kubectl delete persistentvolume ${kept}"

  Scenario: A claim cannot grow whose class does not allow it
    When I apply "manifests/claim.yaml"
    And I apply "manifests/retained.yaml"
    And I apply "manifests/users.yaml"
    Then within 60s pod "user" is Running
    When I try "kubectl patch persistentvolumeclaim data --patch 'spec: {resources: {requests: {storage: 1Gi}}}'"
    Then the command failed with "only dynamically provisioned pvc can be resized"

  @disruptive
  Scenario: A StatefulSet keeps its data while its node is off, and cannot leave that node
    When I apply "manifests/stateful.yaml"
    Then within 60s pod "db-0" is Running
    When I run "kubectl exec db-0 -- sh -c 'echo kept > /data/note'"
    And I run "kubectl get pod db-0 -o jsonpath={.spec.nodeName}"
    And the output is called "home"
    When node ${home} is stopped
    Then within 30s node ${home} is Unknown
    When I run "kubectl delete pod db-0 --force"
    Then within 10s pod "db-0" is Pending because of "PersistentVolume's node affinity"
    And for 3s pod "db-0" is Pending
    When node ${home} is started again
    Then within 60s running "cat /data/note" in pod "db-0" prints "kept"
