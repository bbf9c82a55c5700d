Feature: Negative tests of the features of access

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

  @003-3
  Scenario: An account with a right more than the table
    Given I run "kubectl create serviceaccount viewer"
    And I run "kubectl create role viewer --verb=get,list,watch --resource=pods,pods/log"
    And I run "kubectl create role more --verb=create --resource=pods/exec"
    And I run "kubectl create rolebinding viewer --role=viewer --serviceaccount=${namespace}:viewer"
    And I run "kubectl create rolebinding more --role=more --group=system:serviceaccounts:${namespace}"
    Then within 10s service account "viewer" may do at least:
      | verbs          | resources |
      | get list watch | pods      |
    # fails here
    And within 2s service account "viewer" may do no more than:
      | verbs          | resources     |
      | get list watch | pods pods/log |

  @003-3
  Scenario: A user with a right less than the table
    Given I run "kubectl create role reader --verb=get --resource=configmaps --resource-name=settings"
    And I run "kubectl create rolebinding reader --role=reader --user=jane"
    # fails here
    Then within 2s user "jane" may do at least:
      | verbs | resources  |
      | get   | configmaps |

  @003-3
  Scenario: A right limited to one object is more than nothing, and less than all
    Given I run "kubectl create role reader --verb=get --resource=configmaps"
    And I run "kubectl create rolebinding reader --role=reader --user=jane"
    # fails here
    Then within 2s user "jane" may do exactly:
      | verbs | resources  | names    |
      | get   | configmaps | settings |

  @003-3
  Scenario: A right in one namespace is none in all
    Given I run "kubectl create role reads --verb=get --resource=pods"
    And I run "kubectl create rolebinding reads --role=reads --user=jane-${namespace}"
    # fails here
    Then within 2s user "jane-${namespace}" may do at least in all namespaces:
      | verbs | resources |
      | get   | pods      |

  @003-3
  Scenario: A right beyond the table in other namespaces
    Given I run "kubectl create clusterrolebinding ${namespace} --clusterrole=view --user=jane-${namespace}"
    # fails here
    Then within 2s user "jane-${namespace}" may do no more than in all namespaces:
      | verbs    | resources |
      | get list | pods      |

  @003-3
  Scenario: A cluster role that is bound everywhere
    Given I run "kubectl create clusterrolebinding ${namespace} --clusterrole=view --user=jane-${namespace}"
    # fails here
    Then within 2s user "jane-${namespace}" may do nothing in other namespaces

  @003-3
  Scenario: Everybody is given a right
    Given I run "kubectl create role reader --verb=get --resource=configmaps"
    And I run "kubectl create rolebinding reader --role=reader --group=system:authenticated"
    # fails here
    Then within 2s user "jane" may do no more than:
      | verbs | resources |
      | get   | pods      |

  @003-3
  Scenario Outline: One right, and what is said of it: <claim>
    Given I run "kubectl create serviceaccount viewer"
    And I run "kubectl create role pods --verb=get,list --resource=pods"
    And I run "kubectl create rolebinding pods --role=pods --serviceaccount=${namespace}:viewer --group=readers --user=jane"
    Then within 10s service account "viewer" may list pods
    # fails here
    Then within 2s <claim>

    Examples:
      | claim                                                    |
      | service account "viewer" may delete pods                 |
      | service account "viewer" may not get pods                |
      | service account "viewer" may get pods/log                |
      | service account "viewer" may list pods in all namespaces |
      | service account "nobody" may not get pods                |
      | group "readers" may not get pods                         |
      | user "jane" may delete pods                              |
      | user "jane" may not get widgets.nobody.example.com       |
