@007-5
Feature: A cluster whose volume provisioner is stopped
  A claim waits until somebody makes its volume, and its pod waits for the claim.

  Background:
    Given a cluster with 2 workers
    And the cluster has storage

  @disruptive
  Scenario: Claims wait while the provisioner is stopped, and are served when it is back
    When the volume provisioner is stopped
    And I apply "manifests/claim.yaml"
    And I apply:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata:
        name: user
      spec:
        containers:
        - name: nginx
          image: nginx
          volumeMounts:
          - {name: data, mountPath: /data}
        volumes:
        - name: data
          persistentVolumeClaim: {claimName: data}
      """
    Then for 10s persistentvolumeclaim "data" is Pending
    And for 1s pod "user" is Pending
    When the volume provisioner is started again
    Then within 60s persistentvolumeclaim "data" is Bound
    And within 30s pod "user" is Running
