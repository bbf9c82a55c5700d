Feature: Negative tests of 005-8, of what a certificate is not

  @005-8
  Scenario Outline: A certificate is otherwise: <claim>
    # fails here
    Then within 2s <claim>

    Examples:
      | claim                                                                                                      |
      | the certificate of control-plane-1:6443 is valid for at least 4000 days                                    |
      | the certificate of control-plane-1:6443 is valid for less than 300 days                                    |
      | the certificate of control-plane-1:6443 is signed by "etcd-ca"                                             |
      | the certificate of control-plane-1:6443 is not signed by "kubernetes"                                      |
      | the certificate of control-plane-1:6443 names "shop.example"                                               |
      | the certificate of control-plane-1:6443 names "kube-apiserver"                                             |
      | the certificate of control-plane-1:6443 does not name "10.96.0.1"                                          |
      | the certificate of worker-1:6443 does not name "shop.example"                                              |
      | the certificate of worker-1:22 is not signed by "kubernetes"                                               |
      | the certificate of control-plane-1:2379 is signed by "kubernetes"                                          |
      | the certificate of file "/etc/kubernetes/pki/apiserver.crt" on worker-1 is valid for less than 300 days    |
      | the certificate of file "/etc/kubernetes/pki/apiserver.key" on control-plane-1 is valid for at least 1 day |
      | the certificate of the kubeconfig "/etc/kubernetes/admin.conf" on control-plane-1 names "admin"            |
      | the certificate of the kubeconfig "/var/lib/kubelet/config.yaml" on worker-1 does not name "admin"         |

  @005-8
  Scenario: An authority of the same name is another one
    When I run on worker-1:
      """
      dir=$(mktemp --directory) && cd "$dir"
      openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 400 -subj /CN=kubernetes -keyout ca.key -out ca.crt
      openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=forged -keyout a.key -out a.csr
      openssl x509 -req -in a.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 400 -out /var/tmp/${namespace}.crt
      rm -r "$dir"
      """
    Then within 10s the certificate of file "/var/tmp/${namespace}.crt" on worker-1 names "forged"
    # fails here
    And within 2s the certificate of file "/var/tmp/${namespace}.crt" on worker-1 is signed by "kubernetes"
