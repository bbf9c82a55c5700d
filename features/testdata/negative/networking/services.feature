Feature: Negative tests of 002-3, in which a Service sticks to one pod, or speaks another protocol

  Background:
    Given a cluster with 2 workers
    And pod "client" with image "nginx" runs on worker-1

  @002-3
  Scenario Outline: <protocol> requests reach every pod
    When I apply "../../../networking/manifests/<manifest>.yaml"
    And I run "kubectl patch service <manifest> --patch '{"spec": {"sessionAffinity": "ClientIP"}}'"
    Then within 30s deployment "<manifest>" has 3 ready pods
    # fails here
    And within 3s 60 requests from pod "client" to "<url>" reach every pod of deployment "<manifest>"
    And within 3s 60 requests from node control-plane-1 to service "<manifest>" reach every pod of deployment "<manifest>"

    Examples:
      | protocol | manifest | url          |
      | TCP      | web      | http://web   |
      | UDP      | echo     | udp://echo:7 |

  @002-3
  Scenario: SCTP is forwarded by rules of its own
    Given deployment "web" with image "nginx" runs 1 replica
    When I run "kubectl expose deployment web --name=signal --port=9000 --protocol=TCP"
    # fails here
    Then within 3s every node has SCTP rules for service "signal"

  @003-10
  Scenario: A selector that the next rollout loses
    Given deployment "web" with image "nginx" runs 1 replica
    And I run:
      """
      kubectl expose deployment web --port=80
      hash=$(kubectl get pods --selector=app=web --output=jsonpath={.items[0].metadata.labels.pod-template-hash})
      kubectl set selector service web app=web,pod-template-hash=$hash
      """
    Then within 20s service "web" leads to the ready pods of deployment "web" and no others
    # fails here
    And within 2s service "web" selects every pod that deployment "web" makes

  @003-10
  Scenario: A selector that finds another pod as well
    Given deployment "web" with image "nginx" runs 1 replica
    And I run "kubectl expose deployment web --port=80"
    And I run "kubectl run stranger --image=nginx --labels=app=web,stranger=yes"
    Then within 30s pod "stranger" is Running
    And within 10s "kubectl get endpointslices --selector=kubernetes.io/service-name=web --output=jsonpath={.items[*].endpoints[*].targetRef.name}" prints "stranger"
    # fails here
    And within 2s service "web" leads to the ready pods of deployment "web" and no others

  @003-10
  Scenario Outline: A Service that selects nobody: <claim>
    Given I run "kubectl create service clusterip web --tcp=80"
    # fails here
    Then within 2s <claim>

    Examples:
      | claim                                 |
      | service "web" leads to 1 pod          |
      | service "web" leads to at least 1 pod |
      | service "wbe" leads to no pods        |
