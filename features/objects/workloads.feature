Feature: Workloads of every type, their pods and containers
  Pods belong to the workload that owns them, whatever labels others have.

  @005-4
  Scenario: A stateful set rolls out, one pod after the other
    When I apply:
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: db
      spec:
        clusterIP: None
        selector: {app: db}
        ports: [{port: 80}]
      ---
      apiVersion: apps/v1
      kind: StatefulSet
      metadata:
        name: db
      spec:
        serviceName: db
        replicas: 2
        selector:
          matchLabels: {app: db}
        template:
          metadata:
            labels: {app: db}
          spec:
            terminationGracePeriodSeconds: 1
            containers:
              - name: db
                image: nginx
      """
    And I run "kubectl run db-like --image=nginx --labels=app=db"
    Then until statefulset "db" has 1 ready pod, within 60s, statefulset "db" has at most 1 pod
    And within 60s statefulset "db" has rolled out
    And within 10s statefulset "db" has 2 ready pods
    And within 30s there are more than 2 pods with label "app=db"
    And within 10s pod "db-1" exists

  @005-5
  Scenario: A container that ends is started again
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: flaky
      spec:
        containers:
          - name: app
            image: busybox
            command: [sh, -c, "echo about to fail; exit 7"]
      """
    Then within 60s container "app" of pod "flaky" has restarted at least 1 time
    And within 20s container "app" of pod "flaky" was terminated: Error with exit code 7
    And within 60s container "app" of pod "flaky" is waiting: CrashLoopBackOff
    And within 20s the log of pod "flaky" of its last run says "about to fail"
    And within 20s an event about pod "flaky" says "BackOff"

  @005-5
  Scenario: A program in a container says what the container sees
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: two
      spec:
        containers:
          - name: web
            image: nginx
          - name: side
            image: busybox
            command: [sh, -c, "echo blue >/tmp/colour; sleep 3600"]
      """
    Then within 60s pod "two" is Running
    And within 10s running "cat /tmp/colour" in pod "two" container "side" prints exactly "blue"
    And within 10s running "cat /etc/hostname" in pod "two" prints "two"
    And within 10s running "cat /tmp/colour" in pod "two" container "web" fails with "No such file"
    And within 10s running "sh -c 'cat /tmp/colour | tr a-z A-Z'" in pod "two" container "side" prints "BLUE"

  @005-5
  Scenario: Every pod of a deployment gets the same settings
    When I run "kubectl create configmap settings --from-literal=colour=blue"
    And I run "kubectl create deployment web --image=nginx --replicas=2"
    And I run "kubectl set env deployment web --from=configmap/settings"
    Then within 60s deployment "web" has rolled out
    And within 10s running "printenv COLOUR" in every pod of deployment "web" prints exactly "blue"
    And within 10s running "hostname" in some pod of deployment "web" container "nginx" prints "web..."
    And within 10s container "nginx" of every pod of deployment "web" is ready
    And for 2s container "nginx" of every pod of deployment "web" has restarted no times

  @005-5
  Scenario: A container that uses too much memory is killed
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: greedy
      spec:
        restartPolicy: Never
        containers:
          - name: app
            image: busybox
            command: [sh, -c, "x=a; while true; do x=$x$x; done"]
            resources:
              limits: {memory: 16Mi}
      """
    Then within 60s container "app" of pod "greedy" was terminated: OOMKilled with exit code 137
    And within 10s pod "greedy" is Failed

  @005-6
  Scenario: Events say why a pod waits
    When I create these pods:
      | name  | image | cpu    |
      | large | nginx | 100000 |
    Then within 30s an event about pod "large" says "FailedScheduling" and "Insufficient cpu"
    And within 10s an event about pod "large" from "default-scheduler" says "FailedScheduling"
    And for 1s no event about pod "large" from "kubelet" says "FailedScheduling"
    And for 1s no event about pod "large" says "Scheduled"
