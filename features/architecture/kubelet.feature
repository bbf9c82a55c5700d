@003-9
Feature: The kubelet looks after its node
  A kubelet sees that a pod was given to its node. It has the runtime fetch the
  image and start the containers, starts one again that ended or was killed,
  and tells the API server how they are. What it starts again is a container of
  the same pod: nothing new is scheduled.

  Background:
    Given a cluster with 2 workers

  Scenario: It has the runtime fetch the image and run the pod
    When I create pod "web" with image "nginx" on node worker-1
    Then within 30s pod "web" is Running
    And within 10s an event about pod "web" says "Pulled" and "Successfully pulled image"
    And within 10s "crictl images" on worker-1 prints "nginx latest"
    And within 10s "crictl ps --label io.kubernetes.pod.namespace=${namespace}" on worker-1 prints "Running nginx"

  Scenario: It starts a container again that was killed on the node
    Given pod "web" with image "nginx" runs on worker-1
    And pod "web" is called "before"
    When I run on worker-1:
      """
      container=$(crictl ps --quiet --label io.kubernetes.pod.namespace=${namespace})
      kill -KILL $(crictl inspect --output go-template --template '{{.info.pid}}' $container)
      """
    Then within 30s container "nginx" of pod "web" has restarted 1 time
    And within 30s the pods "before" are Running
    And within 10s pod "web" answers HTTP requests

  Scenario: It tells how its containers are
    When I run "kubectl run broken --image=no-such-image"
    And I run "kubectl run ended --image=busybox --restart=Never -- sh -c 'exit 3'"
    Then within 30s "kubectl describe pod broken" prints "Failed to pull image "no-such-image""
    And within 30s {.status.containerStatuses[0].state.terminated.exitCode} of pod "ended" is "3"
