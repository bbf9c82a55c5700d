Feature: Negative tests of 005-4, 005-5 and 005-6, with other pods, ends and events

  @005-4
  Scenario Outline: Pods with its labels are not its own: <claim>
    When I run "kubectl create deployment web --image=nginx"
    And I run "kubectl run web-like --image=nginx --labels=app=web"
    Then within 60s deployment "web" has 1 ready pod
    And within 30s pod "web-like" is Running
    # fails here
    Then within 1s <claim>

    Examples:
      | claim                                      |
      | deployment "web" has 2 pods                |
      | deployment "web" has at least 2 ready pods |
      | deployment "web" has fewer than 1 pods     |
      | deployment "web" has no pods               |
      | statefulset "web" has no pods              |
      | deployment "web" has more than 1 pods      |

  @005-4
  Scenario Outline: A rollout that does not come to its end: <type>
    When I apply:
      """
      apiVersion: apps/v1
      kind: <kind>
      metadata:
        name: web
      spec:
        serviceName: <service>
        selector:
          matchLabels: {app: web}
        template:
          metadata:
            labels: {app: web}
          spec:
            containers:
              - name: web
                image: no-such-image
      """
    # fails here
    Then within 3s <type> "web" has rolled out

    Examples:
      | type        | kind        | service |
      | statefulset | StatefulSet | web     |

  @005-5
  Scenario Outline: A container that goes on: <claim>
    When I run "kubectl run web --image=nginx"
    Then within 60s pod "web" is Running
    # fails here
    Then within 2s <claim>

    Examples:
      | claim                                                                  |
      | container "web" of pod "web" has restarted 1 time                      |
      | container "web" of pod "web" has restarted at least 1 times            |
      | container "web" of pod "web" was terminated: OOMKilled                 |
      | container "web" of pod "web" is waiting: CrashLoopBackOff              |
      | container "app" of pod "web" is running                                |
      | container "web" of pod "wbe" is ready                                  |
      | the log of pod "web" says "nobody prints this"                         |
      | the log of pod "web" of its last run says "start"                      |
      | the log of pod "web" container "app" does not say "nobody prints this" |
      | the log of pod "wbe" does not say "nobody prints this"                 |
      | running "cat /etc/hostname" in pod "web" prints "wbe"                  |
      | running "cat /etc/hostname" in pod "web" prints exactly "we"           |
      | running "cat /etc/hostname" in pod "web" does not print "web"          |
      | running "cat /etc/hostname" in pod "web" fails with "No such file"     |
      | running "cat /etc/hostname" in pod "wbe" does not print "web"          |
      | running "no-such-program" in pod "web" prints "web"                    |

  @005-5
  Scenario Outline: Containers of a deployment that go on: <claim>
    When I run "kubectl create deployment web --image=nginx --replicas=2"
    Then within 60s deployment "web" has 2 ready pods
    # fails here
    Then within 3s <claim>

    Examples:
      | claim                                                                                        |
      | running "cat /etc/hostname" in every pod of deployment "web" prints exactly "web"            |
      | running "cat /etc/hostname" in some pod of deployment "web" prints exactly "web"             |
      | running "cat /etc/hostname" in every pod of deployment "wbe" prints "web..."                 |
      | running "cat /etc/hostname" in every pod of deployment "web" container "app" prints "web..." |
      | container "nginx" of every pod of deployment "web" has restarted at least 1 times            |
      | container "app" of every pod of deployment "web" is running                                  |
      | container "nginx" of every pod of deployment "wbe" is ready                                  |
      | container "nginx" of every pod of deployment "web" was terminated: Completed                 |

  @005-5
  Scenario Outline: A container that ends with code 7: <claim>
    When I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: flaky
      spec:
        restartPolicy: Never
        containers:
          - name: app
            image: busybox
            command: [sh, -c, "echo about to fail; exit 7"]
      """
    Then within 60s pod "flaky" is Failed
    # fails here
    Then within 2s <claim>

    Examples:
      | claim                                                                 |
      | container "app" of pod "flaky" was terminated: Error with exit code 8 |
      | container "app" of pod "flaky" was terminated: Completed              |
      | container "app" of pod "flaky" is running                             |
      | the log of pod "flaky" does not say "about to fail"                   |

  @005-5
  Scenario: A log of many lines that says it at the beginning
    When I run "kubectl run backup --image=busybox --restart=Never --command -- sh -c 'echo saved; seq 30000'"
    Then within 60s pod "backup" is Succeeded
    # fails here
    Then within 2s the log of pod "backup" does not say "saved"

  @005-5
  Scenario Outline: Logs of pods of a workload: <claim>
    When I run "kubectl create job backup --image=busybox -- echo saved"
    Then within 60s job "backup" is Complete
    # fails here
    Then within 2s <claim>

    Examples:
      | claim                                            |
      | the log of every pod of job "backup" says "lost" |
      | the log of some pod of job "backup" says "lost"  |
      | the log of every pod of job "other" says "saved" |

  @005-6
  Scenario Outline: Events about a pod that is scheduled: <claim>
    When I run "kubectl run web --image=nginx"
    Then within 60s pod "web" is Running
    # fails here
    Then within 2s <claim>

    Examples:
      | claim                                                              |
      | an event about pod "web" says "FailedScheduling"                   |
      | an event about pod "web" says "Scheduled" and "worker-9"           |
      | no event about pod "web" says "Scheduled"                          |
      | an event about pod "web" from "kubelet" says "Scheduled"           |
      | no event about pod "web" from "default-scheduler" says "Scheduled" |
      | an event about pod "wbe" says "Scheduled"                          |
