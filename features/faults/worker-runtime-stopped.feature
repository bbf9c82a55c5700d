@004-4
Feature: A worker whose container runtime is stopped
  The kubelet lives on and tells that it cannot reach its runtime: after 30 seconds
  without an answer it reports the node NotReady, and the scheduler avoids it.
  Docker took its containers with it when it stopped; containerd leaves them running.

  Background:
    Given a cluster with 2 workers

  @disruptive
  Scenario Outline: Pods avoid the worker, and are spread again when its runtime is back (<kind>)
    Given pod "resident" with image "nginx" runs on worker-1
    When <fault>
    Then within 60s node worker-1 is NotReady because of "container runtime"
    And for 3s pod "resident" <answer>
    When I run "kubectl create deployment web --image=nginx --replicas=2"
    Then within 30s deployment "web" has 2 ready pods on worker-2
    And for 2s deployment "web" has 0 pods on worker-1
    When the container runtime on worker-1 is started again
    Then within 60s node worker-1 is Ready
    When I run "kubectl scale deployment web --replicas=4"
    Then within 60s deployment "web" has 2 ready pods on worker-1
    And within 20s deployment "web" has 2 ready pods on worker-2

    Examples:
      | kind                    | fault                                                                     | answer                        |
      | its containers live on  | the container runtime on worker-1 is stopped                              | answers HTTP requests         |
      | its containers stop too | the container runtime on worker-1 is stopped together with its containers | does not answer HTTP requests |
