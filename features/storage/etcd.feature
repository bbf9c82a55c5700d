Feature: etcd holds the state of the cluster
  What the cluster is, is in etcd and nowhere else: nodes, pods, configs, secrets,
  accounts, roles and bindings. Everybody reads and writes it through the API
  server, which alone talks to etcd. These scenarios look into etcd itself, past
  the API server.

  Background:
    Given a cluster with 2 workers

  @003-1
  Scenario Outline: What kubectl creates is in etcd: <kind>
    When I run "<command>"
    Then within 20s etcd holds <kind> "this"
    When I run "kubectl delete <kind> this"
    Then within 20s etcd holds no <kind> "this"

    Examples:
      | kind           | command                                                   |
      | configmap      | kubectl create configmap this --from-literal=colour=blue  |
      | secret         | kubectl create secret generic this --from-literal=a=b     |
      | serviceaccount | kubectl create serviceaccount this                        |
      | role           | kubectl create role this --verb=get --resource=pods       |
      | rolebinding    | kubectl create rolebinding this --role=this --user=jane   |
      | deployment     | kubectl create deployment this --image=nginx --replicas=0 |

  @003-1
  Scenario: So are the nodes, and the pods with what became of them
    Then within 20s etcd holds node worker-1
    And within 20s etcd holds pod "kube-system/etcd-control-plane-1" with {.status.phase} "Running"

  @003-1
  Scenario: A snapshot holds what etcd held when it was saved
    Given I run "kubectl create configmap early --from-literal=colour=blue"
    When I run on control-plane-1:
      """
      cd /etc/kubernetes/pki/etcd
      etcdctl --cacert=ca.crt --cert=server.crt --key=server.key snapshot save /tmp/${namespace}.db
      """
    And I run "kubectl create configmap late"
    Then within 20s the snapshot "/tmp/${namespace}.db" on control-plane-1 holds configmap "early" with {.data.colour} "blue"
    And within 20s the snapshot "/tmp/${namespace}.db" on control-plane-1 holds no configmap "late"
    When I run "rm /tmp/${namespace}.db" on control-plane-1

  @000-4 @003-1
  Scenario: A write counts once it is stored
    The version that the API server answers with is the revision in which etcd
    stored the object: there is no answer before that.

    When I run "kubectl create configmap note --from-literal=colour=blue -o jsonpath={.metadata.resourceVersion}"
    And the output is called "version"
    Then within 20s etcd holds configmap "note" with {.metadata.resourceVersion} "${version}"
    And within 20s etcd holds configmap "note" with {.data.colour} "blue"

  @000-4
  Scenario: Who watches the API server is told what changes in etcd
    Nobody asks the API server to delete anything here: it watches etcd, and tells
    those who watch it.

    Given I run "kubectl create configmap note --from-literal=colour=blue"
    And I run "timeout 30 kubectl get configmap note --watch --output-watch-events >told 2>&1 &"
    Then within 10s "cat told" prints "ADDED note"
    When I run on control-plane-1:
      """
      cd /etc/kubernetes/pki/etcd
      etcdctl --cacert=ca.crt --cert=server.crt --key=server.key del /registry/configmaps/${namespace}/note
      """
    Then within 20s "cat told" prints "DELETED note"
    And never within 1s this happened in this order:
      | who     | did     | what             |
      | kubectl | deleted | configmap "note" |

  @003-4
  Scenario: Only the API server talks to etcd
    Controllers, scheduler and kubelets watch all the time, so whoever of them
    talked to etcd would be seen to be connected.

    Then within 20s only kube-apiserver is connected to port 2379 on control-plane-1

  @002-5
  Scenario: The scheduler's choice is in etcd, written by the API server
    When I run "kubectl run web --image=nginx"
    Then within 30s this happened in this order:
      | who                 | did     | what                    |
      | kubectl             | created | pod "web"               |
      | kube-scheduler      | bound   | pod "web"               |
      | kubelet on its node | changed | the status of pod "web" |
    When I run "kubectl get pod web -o jsonpath={.spec.nodeName}"
    And the output is called "node"
    Then within 20s etcd holds pod "web" with {.spec.nodeName} "${node}"
