@003-2
Feature: The members of etcd
  With several control-plane nodes each runs a member of etcd. All members have
  everything; a write counts when more than half of them have it, so three can
  do without one.

  Background:
    Given a cluster with 3 control-plane nodes and 2 workers

  Scenario Outline: <node> runs a member
    Then within 20s pod "kube-system/etcd-<node>" is Running
    And within 10s "cd /etc/kubernetes/pki/etcd && etcdctl --cacert ca.crt --cert server.crt --key server.key member list" on control-plane-1 prints ", started, <node>, "

    Examples:
      | node            |
      | control-plane-1 |
      | control-plane-2 |
      | control-plane-3 |

  Scenario: What is written to one is in all
    A member answers such a reading by itself, from what it has.

    When I run "kubectl create configmap proof"
    Then within 10s "cd /etc/kubernetes/pki/etcd && etcdctl --cacert ca.crt --cert server.crt --key server.key get --keys-only --consistency s /registry/configmaps/${namespace}/proof" on control-plane-1 prints "/proof"
    And within 10s "cd /etc/kubernetes/pki/etcd && etcdctl --cacert ca.crt --cert server.crt --key server.key get --keys-only --consistency s /registry/configmaps/${namespace}/proof" on control-plane-2 prints "/proof"
    And within 10s "cd /etc/kubernetes/pki/etcd && etcdctl --cacert ca.crt --cert server.crt --key server.key get --keys-only --consistency s /registry/configmaps/${namespace}/proof" on control-plane-3 prints "/proof"
