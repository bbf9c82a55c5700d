@003-3
Feature: The API server asks first who you are
  Before anything else a request is authenticated: one whose credentials are
  wrong is answered 401, whatever it asks for. One without credentials comes
  from system:anonymous, and one of a user without rights from that user: both
  are known by name then, and refused with 403.

  Background:
    Given I run "kubectl get --raw /api/v1/namespaces/${namespace}/pods"
    And I run "kubectl config view --minify -o jsonpath={.clusters[0].cluster.server}"
    And the output is called "server"

  Scenario: A request without credentials is nobody's
    Then within 10s "curl --silent --insecure ${server}/api/v1/namespaces/${namespace}/pods" prints ""code": 403"
    And within 10s "curl --silent --insecure ${server}/api/v1/namespaces/${namespace}/pods" prints "system:anonymous"

  Scenario: A token that nobody gave is refused, whatever is asked for
    Given I run "kubectl config set-credentials stranger --token=made-up"
    Then within 10s "kubectl get pods --user=stranger" fails with "Unauthorized"
    And within 10s "kubectl get --raw /no/such/path --user=stranger" fails with "Unauthorized"
    And within 10s "kubectl get --raw /no/such/path" fails with "NotFound"
    And within 10s "kubectl get pods" prints "No resources found"

  Scenario: A user without rights is known, and refused
    Given I run:
      """
      kubeadm kubeconfig user --client-name=jane >jane.conf
      KUBECONFIG=kubeconfig:jane.conf kubectl config view --flatten >both.conf
      mv both.conf kubeconfig
      """
    Then within 10s "kubectl auth whoami --user=jane -o jsonpath={.status.userInfo.username}" prints exactly "jane"
    And within 10s "kubectl get pods --user=jane" fails with "User "jane" cannot list resource "pods""
    And within 10s "kubectl auth can-i list pods --user=jane" fails with "no"
    When I run "kubectl create rolebinding jane --clusterrole=view --user=jane"
    Then within 10s "kubectl get pods --user=jane" prints "No resources found"
