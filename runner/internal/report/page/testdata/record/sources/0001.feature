Feature: From kubectl to a container
  Nobody calls the next in line: everybody watches the API server for what is
  theirs to do, does it, and writes down that it is done. The order comes out all
  the same, since nobody can see what is not there yet. It is read from the API
  server's audit log and from containerd.

  Background:
    Given a cluster with 2 workers

  @000-3 @001-1
  Scenario: A deployment becomes a container, step by step
    When I run "kubectl create deployment web --image=nginx"
    Then within 30s this happened in this order:
      | who                    | did     | what                                           |
      | kubectl                | created | deployment "web"                               |
      | deployment-controller  | created | a replicaset of deployment "web"               |
      | replicaset-controller  | created | a pod of deployment "web"                      |
      | kube-scheduler         | bound   | a pod of deployment "web"                      |
      | containerd on its node | created | the sandbox of a pod of deployment "web"       |
      | containerd on its node | created | a container of a pod of deployment "web"       |
      | containerd on its node | started | a container of a pod of deployment "web"       |
      | kubelet on its node    | changed | the status of a pod of deployment "web"        |
      | replicaset-controller  | changed | the status of a replicaset of deployment "web" |
      | deployment-controller  | changed | the status of deployment "web"                 |
    And within 20s deployment "web" has 1 ready pod

  @000-3
  Scenario: A changed count goes the same way
    Given deployment "web" with image "nginx" runs 1 replica
    When I run "kubectl scale deployment web --replicas=2"
    Then within 30s this happened in this order:
      | who                    | did     | what                                     |
      | kubectl                | changed | the scale of deployment "web"            |
      | deployment-controller  | changed | a replicaset of deployment "web"         |
      | replicaset-controller  | created | a pod of deployment "web"                |
      | kube-scheduler         | bound   | a pod of deployment "web"                |
      | containerd on its node | started | a container of a pod of deployment "web" |

  @001-1
  Scenario: An image pushed to a registry is pulled and run
    Given I run on control-plane-1:
      """
      crictl pull nginx
      ctr --namespace k8s.io images tag docker.io/library/nginx:latest docker.io/${namespace}/mine:v1
      ctr --namespace k8s.io images push --hosts-dir /etc/containerd/certs.d docker.io/${namespace}/mine:v1
      ctr --namespace k8s.io images remove docker.io/${namespace}/mine:v1
      """
    When I run "kubectl create deployment mine --image=${namespace}/mine:v1"
    Then within 30s deployment "mine" has 1 ready pod
    And within 20s "kubectl get events" prints "Successfully pulled image "${namespace}/mine:v1""
    And within 20s this happened in this order:
      | who                    | did     | what                                      |
      | kube-scheduler         | bound   | a pod of deployment "mine"                |
      | containerd on its node | started | a container of a pod of deployment "mine" |

  @001-1
  Scenario: The kubelet watches over the containers of its node
    cAdvisor is a part of the kubelet: what it measures is told on a path of its own.

    When I create pod "web" with image "nginx" on node worker-1
    Then within 30s "kubectl get --raw /api/v1/nodes/worker-1/proxy/metrics/cadvisor | grep ^container_memory_working_set_bytes | grep ${namespace}" prints "container="nginx""
