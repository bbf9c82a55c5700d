@003-7
Feature: A node that is closed on purpose
  Cordoning closes a node for new pods; draining evicts the others too, all but those
  of DaemonSets and static ones. A taint does the same to pods that do not tolerate
  it: NoSchedule keeps new ones away, NoExecute drives out those that run as well.

  Background:
    Given a cluster with 2 workers

  @disruptive
  Scenario: A cordoned node keeps its pods and gets no new ones
    Given pod "resident" with image "nginx" runs on worker-1
    When node worker-1 is cordoned
    And I run "kubectl create deployment web --image=nginx --replicas=2"
    Then within 30s deployment "web" has 2 ready pods on worker-2
    And for 2s pod "resident" is Running
    And for 2s a new pod on worker-1 is Pending
    When node worker-1 is uncordoned
    Then within 30s a new pod on worker-1 is Running
    When I run "kubectl scale deployment web --replicas=4"
    Then within 30s deployment "web" has 2 ready pods on worker-1

  @disruptive
  Scenario: A drained node keeps only the pods of DaemonSets
    Given deployment "web" with image "nginx" runs 4 replicas
    When node worker-1 is drained
    Then within 30s deployment "web" has 4 ready pods on worker-2
    And within 10s deployment "web" has 0 pods on worker-1
    And for 2s the pods of daemonset "kube-system/kube-proxy" on worker-1 are Running

  @disruptive
  Scenario Outline: A taint with the effect <effect> leaves <left> of the pods that run there
    Given deployment "web" with image "nginx" runs 4 replicas
    When node worker-1 is tainted with "disk=slow:<effect>"
    And I run "kubectl scale deployment web --replicas=6"
    Then within 30s deployment "web" has <elsewhere> ready pods on worker-2
    And within 40s deployment "web" has <left> pods on worker-1
    When node worker-1 is freed of the taint "disk=slow:<effect>"
    And I create pod "back" with image "nginx" on node worker-1
    Then within 30s pod "back" is Running

    Examples:
      | effect     | left | elsewhere |
      | NoSchedule |    2 |         4 |
      | NoExecute  |    0 |         6 |
