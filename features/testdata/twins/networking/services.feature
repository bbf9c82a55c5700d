Feature: Twins of 002-3, in which a Service sticks to one pod, or speaks another protocol

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
