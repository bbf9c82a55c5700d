@002-3
Feature: A Service spreads requests over its pods
  kube-proxy runs on every node and writes rules into its kernel: what is sent to
  the address of a Service goes to one of its pods, picked at random for each
  connection. It forwards TCP, UDP and SCTP. Where a kernel has no SCTP, as most
  have not loaded it, its rules can be seen, but no traffic.

  Background:
    Given a cluster with 2 workers
    And pod "client" with image "nginx" runs on worker-1

  Scenario Outline: <protocol> requests reach every pod
    When I apply "manifests/<manifest>.yaml"
    Then within 30s deployment "<manifest>" has 3 ready pods
    And within 10s 60 requests from pod "client" to "<url>" reach every pod of deployment "<manifest>"
    And within 10s 60 requests from node control-plane-1 to service "<manifest>" reach every pod of deployment "<manifest>"

    Examples:
      | protocol | manifest | url          |
      | TCP      | web      | http://web   |
      | UDP      | echo     | udp://echo:7 |

  Scenario: SCTP is forwarded by rules of its own
    Given deployment "web" with image "nginx" runs 1 replica
    When I run "kubectl expose deployment web --name=signal --port=9000 --protocol=SCTP"
    Then within 10s every node has SCTP rules for service "signal"
