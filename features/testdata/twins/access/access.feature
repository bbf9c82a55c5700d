Feature: Twins of the features of access

  @001-4
  Scenario: A context that is not switched to changes nothing
    Given I run "kubectl create namespace blue-${namespace}"
    And I run "kubectl run web --image=nginx --namespace=blue-${namespace}"
    When I run "kubectl config set-context blue --cluster=kubernetes --user=kubernetes-admin --namespace=blue-${namespace}"
    # fails here
    Then within 2s "kubectl get pods" prints "web"

  @001-4
  Scenario: A context with the same user is the same person
    When I run:
      """
      kubectl config set-context jane --cluster=kubernetes --user=kubernetes-admin
      kubectl config use-context jane
      """
    # fails here
    Then within 2s "kubectl auth whoami -o jsonpath={.status.userInfo.username}" prints exactly "jane"

  @003-3
  Scenario: A request with credentials is somebody's
    Given I run "kubectl config view --minify -o jsonpath={.clusters[0].cluster.server}"
    And the output is called "server"
    Then within 2s "curl --silent --insecure --cert /etc/kubernetes/pki/apiserver-kubelet-client.crt --key /etc/kubernetes/pki/apiserver-kubelet-client.key ${server}/api/v1/namespaces/${namespace}/pods" prints ""code": 403"
    # fails here
    And within 2s "curl --silent --insecure --cert /etc/kubernetes/pki/apiserver-kubelet-client.crt --key /etc/kubernetes/pki/apiserver-kubelet-client.key ${server}/api/v1/namespaces/${namespace}/pods" prints "system:anonymous"

  @003-3
  Scenario: A token that the API server gave is not refused
    Given I run "kubectl config set-credentials stranger --token=$(kubectl create token default)"
    # fails here
    Then within 2s "kubectl get --raw /no/such/path --user=stranger" fails with "Unauthorized"

  @003-3
  Scenario: A user with rights is not refused
    Given I run:
      """
      kubeadm kubeconfig user --client-name=jane >jane.conf
      KUBECONFIG=kubeconfig:jane.conf kubectl config view --flatten >both.conf
      mv both.conf kubeconfig
      kubectl create rolebinding jane --clusterrole=view --user=jane
      """
    # fails here
    Then within 2s "kubectl auth can-i list pods --user=jane" fails with "no"
