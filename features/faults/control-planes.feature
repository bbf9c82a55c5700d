@004-8
Feature: Several control-plane nodes of which some fail
  One control-plane node is a single point of failure: see what stopping its
  container runtime does. Of three, any one can fail: the other two members of
  etcd are more than half, and kubectl reaches one of the other API servers.
  Two cannot. Pods on other nodes go on answering either way.

  Background:
    Given a cluster with 3 control-plane nodes and 2 workers
    And pod "there" with image "nginx" runs on worker-1

  @disruptive
  Scenario Outline: One of three fails, and the cluster goes on (<fault>)
    When <fault>
    Then within 10s kubectl gets an answer
    And for 5s kubectl gets an answer
    And within 20s pod "there" answers HTTP requests
    When I run "kubectl create deployment web --image=nginx"
    Then within 60s deployment "web" has 1 ready pod
    When <mend>
    Then within 180s node <node> is Ready

    Examples:
      | node            | fault                                                                            | mend                                                      |
      | control-plane-1 | the container runtime on control-plane-1 is stopped together with its containers | the container runtime on control-plane-1 is started again |
      | control-plane-2 | node control-plane-2 is stopped                                                  | node control-plane-2 is started again                     |
      | control-plane-3 | the API server on control-plane-3 is held down                                   | the API server on control-plane-3 is brought back         |

  @disruptive
  Scenario: Two of three fail: kubectl gets no answer, and the workload answers
    When the container runtime on control-plane-1 is stopped together with its containers
    And the container runtime on control-plane-2 is stopped together with its containers
    Then within 20s kubectl gets no answer
    And for 5s kubectl gets no answer
    And for 3s pod "there" answers HTTP requests
    When the container runtime on control-plane-1 is started again
    Then within 180s kubectl gets an answer
    When the container runtime on control-plane-2 is started again
    Then within 180s node control-plane-1 is Ready
    And within 180s node control-plane-2 is Ready
