Feature: Negative tests of 000-3 and 001-1, in which a link of the chain is missing

  Background:
    Given a cluster with 2 workers

  @000-3 @001-1
  Scenario: A pod that kubectl creates has no controllers before it
    When I run "kubectl run web --image=nginx"
    # fails here
    Then within 3s this happened in this order:
      | who                    | did     | what                     |
      | replicaset-controller  | created | pod "web"                |
      | kube-scheduler         | bound   | pod "web"                |
      | containerd on its node | started | a container of pod "web" |

  @000-3
  Scenario: Nobody binds a pod before it is there
    When I run "kubectl create deployment web --image=nginx"
    # fails here
    Then within 3s this happened in this order:
      | who                   | did     | what                             |
      | kubectl               | created | deployment "web"                 |
      | deployment-controller | created | a replicaset of deployment "web" |
      | kube-scheduler        | bound   | a pod of deployment "web"        |
      | replicaset-controller | created | a pod of deployment "web"        |

  @000-3
  Scenario: A count that is not changed
    Given deployment "web" with image "nginx" runs 1 replica
    # fails here
    Then within 2s this happened in this order:
      | who                   | did     | what                             |
      | kubectl               | changed | the scale of deployment "web"    |
      | deployment-controller | changed | a replicaset of deployment "web" |

  @000-3
  Scenario: What happened is not said never to have happened
    When I run "kubectl create configmap note"
    # fails here
    Then never within 1s this happened in this order:
      | who     | did     | what             |
      | kubectl | created | configmap "note" |

  @001-1
  Scenario: An image that nobody pushed is not pulled
    When I run "kubectl create deployment mine --image=${namespace}/mine:v1"
    # fails here
    Then within 5s deployment "mine" has 1 ready pod

  @001-1
  Scenario: An image that nobody pushed is not said to be pulled
    When I run "kubectl create deployment mine --image=${namespace}/mine:v1"
    # fails here
    Then within 3s "kubectl get events" prints "Successfully pulled image "${namespace}/mine:v1""

  @001-1
  Scenario: The kubelet of another node knows nothing of the container
    When I create pod "web" with image "nginx" on node worker-2
    Then within 30s pod "web" is Running
    # fails here
    And within 5s "kubectl get --raw /api/v1/nodes/worker-1/proxy/metrics/cadvisor | grep ^container_memory_working_set_bytes | grep ${namespace}" prints "container="nginx""
