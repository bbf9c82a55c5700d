Feature: Negative tests of the scenarios about etcd

  Background:
    Given a cluster with 2 workers

  @003-1
  Scenario: What nobody created is not in etcd
    # fails here
    Then within 1s etcd holds configmap "this"

  @003-1
  Scenario: What was not deleted is in etcd
    When I run "kubectl create configmap this --from-literal=colour=blue"
    # fails here
    Then within 1s etcd holds no configmap "this"

  @003-1
  Scenario: What does not run is not in etcd as Running
    When I run "kubectl run web --image=${namespace}/none"
    # fails here
    Then within 2s etcd holds pod "web" with {.status.phase} "Running"

  @003-1
  Scenario: What was written after a snapshot is not in it
    Given I run "kubectl create configmap early"
    When I run on control-plane-1:
      """
      cd /etc/kubernetes/pki/etcd
      etcdctl --cacert=ca.crt --cert=server.crt --key=server.key snapshot save /tmp/${namespace}.db
      """
    And I run "kubectl create configmap late"
    Then within 20s the snapshot "/tmp/${namespace}.db" on control-plane-1 holds configmap "early"
    # fails here
    And within 2s the snapshot "/tmp/${namespace}.db" on control-plane-1 holds configmap "late"

  @003-1
  Scenario: A snapshot that was cut short neither holds nor lacks anything
    When I run on control-plane-1:
      """
      cd /etc/kubernetes/pki/etcd
      etcdctl --cacert=ca.crt --cert=server.crt --key=server.key snapshot save /tmp/${namespace}.db
      truncate --size=-1000 /tmp/${namespace}.db
      """
    And I run "kubectl create configmap late"
    # fails here
    Then within 2s the snapshot "/tmp/${namespace}.db" on control-plane-1 holds no configmap "late"

  @000-4 @003-1
  Scenario: A version that is not the last
    When I run "kubectl create configmap note --from-literal=colour=blue -o jsonpath={.metadata.resourceVersion}"
    And the output is called "version"
    And I run "kubectl label configmap note shade=dark"
    Then within 2s etcd holds configmap "note" with {.data.colour} "blue"
    # fails here
    And within 2s etcd holds configmap "note" with {.metadata.resourceVersion} "${version}"

  @000-4
  Scenario: Nobody is told of what did not change
    Given I run "kubectl create configmap note --from-literal=colour=blue"
    And I run "timeout 10 kubectl get configmap note --watch --output-watch-events >told 2>&1 &"
    Then within 10s "cat told" prints "ADDED note"
    # fails here
    And within 3s "cat told" prints "DELETED note"

  @000-4
  Scenario: Who deletes through the API server is seen to
    Given I run "kubectl create configmap note --from-literal=colour=blue"
    When I run "kubectl delete configmap note"
    # fails here
    Then never within 1s this happened in this order:
      | who     | did     | what             |
      | kubectl | deleted | configmap "note" |

  @003-4
  Scenario: Somebody else talks to etcd
    When I run on control-plane-1:
      """
      cd /etc/kubernetes/pki/etcd
      timeout 20 etcdctl --cacert=ca.crt --cert=server.crt --key=server.key watch /nothing >/dev/null 2>&1 &
      sleep 1
      """
    # fails here
    Then within 3s only kube-apiserver is connected to port 2379 on control-plane-1

  @003-4
  Scenario: Others talk to the API server
    # fails here
    Then within 1s only kube-apiserver is connected to port 6443 on control-plane-1

  @002-5
  Scenario: A pod that names its node needs no choice
    When I create pod "web" with image "nginx" on node worker-1
    # fails here
    Then within 3s this happened in this order:
      | who            | did   | what      |
      | kube-scheduler | bound | pod "web" |

  @002-5
  Scenario: A pod that no scheduler takes has no node in etcd
    When I run "kubectl run web --image=nginx --overrides='{"spec":{"schedulerName":"nobody"}}'"
    # fails here
    Then within 2s etcd holds pod "web" with {.spec.nodeName} "worker-1"
