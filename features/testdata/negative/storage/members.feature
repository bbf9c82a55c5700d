@003-2
Feature: Negative tests of 003-2, with one control-plane node

  Background:
    Given a cluster with 2 workers

  Scenario: control-plane-2 runs a member
    # fails here
    Then within 3s "cd /etc/kubernetes/pki/etcd && etcdctl --cacert ca.crt --cert server.crt --key server.key member list" on control-plane-1 prints ", started, control-plane-2, "

  Scenario: What is not written is in none
    # fails here
    Then within 3s "cd /etc/kubernetes/pki/etcd && etcdctl --cacert ca.crt --cert server.crt --key server.key get --keys-only --consistency s /registry/configmaps/${namespace}/proof" on control-plane-1 prints "/proof"
