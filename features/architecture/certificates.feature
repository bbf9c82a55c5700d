Feature: The certificates of a cluster
  kubeadm signs them for a year. What a server presents, what is in a file and what a
  kubeconfig holds are looked at in the same words.

  @005-8
  Scenario: The API server presents a certificate of the cluster's authority
    Then within 10s the certificate of control-plane-1:6443 is valid for at least 300 days
    And within 10s the certificate of control-plane-1:6443 is valid for less than 400 days
    And within 10s the certificate of control-plane-1:6443 is signed by "kubernetes"
    And within 10s the certificate of control-plane-1:6443 names "10.96.0.1"
    And within 10s the certificate of control-plane-1:6443 names "kubernetes.default.svc"
    And within 10s the certificate of control-plane-1:6443 does not name "shop.example"

  @005-8
  Scenario: Servers that listen at loopback, or want a certificate of their clients
    Then within 10s the certificate of control-plane-1:10259 is not signed by "kubernetes"
    And within 10s the certificate of control-plane-1:2379 is signed by "etcd-ca"
    And within 10s the certificate of control-plane-1:2379 names "127.0.0.1"

  @005-8
  Scenario: Certificates in files and kubeconfigs
    Then within 10s the certificate of file "/etc/kubernetes/pki/apiserver.crt" on control-plane-1 names "10.96.0.1"
    And within 10s the certificate of file "/etc/kubernetes/pki/front-proxy-client.crt" on control-plane-1 is signed by "front-proxy-ca"
    And within 10s the certificate of the kubeconfig "/etc/kubernetes/admin.conf" on control-plane-1 is valid for at least 300 days
    And within 10s the certificate of the kubeconfig "/etc/kubernetes/admin.conf" on control-plane-1 names "kubernetes-admin"
    And within 10s the certificate of the kubeconfig "/etc/kubernetes/kubelet.conf" on worker-1 names "system:node:worker-1"
    And within 10s the certificate of the kubeconfig "/etc/kubernetes/kubelet.conf" on worker-1 is signed by "kubernetes"
