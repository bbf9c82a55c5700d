Feature: The worker reports again, and pods run there

  @task:1 @points:3
  Scenario: The node is Ready, and stays so
    Whoever writes "Ready" into the node's status by hand is believed for the node grace period.

    Then within 40s node ${node} is Ready
    And for 12s node ${node} is Ready

  @task:1 @points:1
  Scenario: The kubelet runs as a service of the node
    Its unit is a file on the node's disk. What a shell or systemd-run starts has none.

    Then within 10s node ${node} is Ready
    And within 5s "find /proc/1/root/etc/systemd/system /proc/1/root/usr/lib/systemd/system -name "$(sed --quiet --regexp-extended 's,^(0::|[0-9]+:name=systemd:).*/,,p' /proc/$(pgrep --exact --oldest kubelet)/cgroup | sort --unique)"" on ${node} prints ".service"

  @task:1 @points:2 @hidden
  Scenario: The kubelet starts when the node boots
    Then within 10s node ${node} is Ready
    And within 10s the kubelet on ${node} starts at boot

  @task:2 @points:1
  Scenario: The pods run on the node, and answer
    Then within 40s deployment "${app}" has 2 pods on ${node}
    And within 30s the pods of deployment "${app}" on ${node} are Running
    And within 10s the pods of deployment "${app}" on ${node} answer HTTP requests

  @task:2 @points:2 @hidden
  Scenario: The scheduler has put the pods there, and the deployment is as it was
    Then within 10s the pods of deployment "${app}" on ${node} answer HTTP requests
    And within 10s the scheduler bound the pods of deployment "${app}"
    And within 5s {.spec.template.spec} of deployment "${app}" is as in "what waited"
    And within 5s {.spec.template.metadata.labels} of deployment "${app}" is as in "what waited"

  @task:2 @points:1 @hidden
  Scenario: The node is open for new pods
    Then within 10s node ${node} is Ready
    And within 10s {.spec.unschedulable} of node ${node} is unset
    And within 5s {.spec.taints[*].effect} of node ${node} does not include "NoSchedule"
