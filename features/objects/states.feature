Feature: Objects of any type say what state they are in
  Sentences name a type as kubectl does, and look at the conditions and the phase that
  objects of the type show. Custom types stand with their group.

  @005-1
  Scenario: A job completes
    When I apply:
      """
      apiVersion: batch/v1
      kind: Job
      metadata:
        name: backup
      spec:
        template:
          spec:
            restartPolicy: Never
            containers:
              - name: backup
                image: busybox
                command: [sh, -c, echo saved all of it]
      """
    Then within 60s job "backup" is Complete
    And within 10s there is 1 pod with label "job-name=backup" that is Succeeded
    And within 10s the log of every pod of job "backup" says "saved all of it"
    And for 1s job "backup" is not Failed

  @005-1
  Scenario: A claim that no volume fits waits, and an event says why
    When I apply:
      """
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata:
        name: data
      spec:
        accessModes: [ReadWriteOnce]
        resources:
          requests:
            storage: 1Gi
      """
    Then within 10s pvc "data" is Pending
    And within 30s an event about pvc "data" says "FailedBinding"
    And for 2s pvc "data" is not Bound

  @005-1
  Scenario: Nodes are under no pressure
    Then within 10s node worker-1 is not MemoryPressure
    And within 10s node worker-1 is Ready
    And within 10s there are at least 2 nodes that are Ready
    And within 10s namespace "${namespace}" is Active

  @005-1
  Scenario: Objects are counted by a field
    When I run "kubectl create service clusterip one --tcp=80"
    And I run "kubectl create service nodeport two --tcp=80"
    Then within 10s there is 1 service whose {.spec.type} is "NodePort"
    And within 10s there is 1 service with label "app=one" whose {.spec.type} is not "NodePort"
    And for 1s there are no services whose {.spec.type} is "LoadBalancer"

  @005-1
  Scenario: A custom type is looked at like a built-in one
    When I apply:
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata:
        name: widgets.${namespace}.example.com
      spec:
        group: ${namespace}.example.com
        scope: Namespaced
        names: {plural: widgets, singular: widget, kind: Widget}
        versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  spec:
                    type: object
                    properties:
                      size: {type: integer}
      """
    Then within 20s crd "widgets.${namespace}.example.com" is Established
    When I apply:
      """
      apiVersion: ${namespace}.example.com/v1
      kind: Widget
      metadata:
        name: large
      spec:
        size: 3
      """
    Then within 10s {.spec.size} of widgets.${namespace}.example.com "large" is at least 3
    And within 10s there is 1 widgets.${namespace}.example.com
    When I run "kubectl delete widgets.${namespace}.example.com large"
    Then within 10s widgets.${namespace}.example.com "large" is gone
