@004-7
Feature: A control plane whose container runtime is stopped
  Where containers stop with their runtime, as Docker's did, the API server stops
  too and kubectl gets no answer. With containerd alone they live on, and nobody
  notices. Either way pods on other nodes go on answering: routes and rules
  outlive the processes that made them.

  Background:
    Given a cluster with 2 workers
    And pod "here" with image "nginx" runs on control-plane-1
    And pod "there" with image "nginx" runs on worker-1

  @disruptive
  Scenario: containerd stopped: the containers live on and kubectl is answered
    When the container runtime on control-plane-1 is stopped
    Then for 10s kubectl gets an answer
    And within 20s pod "here" answers HTTP requests
    And within 20s pod "there" answers HTTP requests
    When the container runtime on control-plane-1 is started again
    Then within 30s node control-plane-1 is Ready

  @disruptive
  Scenario: the runtime stopped with its containers: kubectl gets no answer until it is back
    When the container runtime on control-plane-1 is stopped together with its containers
    Then within 10s kubectl gets no answer
    And for 10s kubectl gets no answer
    And for 3s pod "here" does not answer HTTP requests
    And for 5s pod "there" answers HTTP requests
    When the container runtime on control-plane-1 is started again
    Then within 90s kubectl gets an answer
    And within 90s pod "here" answers HTTP requests
    And within 60s node control-plane-1 is Ready
