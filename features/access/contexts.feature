@001-4
Feature: Contexts
  A context of a kubeconfig names a cluster, a user and a namespace. Switching
  to one makes -n needless, and may make kubectl somebody else.

  Background:
    Given I run "kubectl create namespace blue-${namespace}"
    And I run "kubectl run web --image=nginx --namespace=blue-${namespace}"

  Scenario: A context with a namespace of its own
    When I run:
      """
      kubectl config set-context blue --cluster=kubernetes --user=kubernetes-admin --namespace=blue-${namespace}
      kubectl config use-context blue
      """
    Then within 10s "kubectl config current-context" prints exactly "blue"
    And within 10s "kubectl get pods" prints "web"
    When I run "kubectl config use-context kubernetes-admin@kubernetes"
    Then within 10s "kubectl get pods" does not print "web"
    And within 10s "kubectl get pods --context=blue" prints "web"

  Scenario: A context with another user
    Jane's certificate is signed by the cluster's authority, as kubeadm signs
    one for a new user. She may look at one namespace, and at nothing else.

    Given I run:
      """
      kubeadm kubeconfig user --client-name=jane >jane.conf
      KUBECONFIG=kubeconfig:jane.conf kubectl config view --flatten >both.conf
      mv both.conf kubeconfig
      kubectl create rolebinding jane --clusterrole=view --user=jane --namespace=blue-${namespace}
      """
    When I run:
      """
      kubectl config set-context jane --cluster=kubernetes --user=jane --namespace=blue-${namespace}
      kubectl config use-context jane
      """
    Then within 10s "kubectl auth whoami -o jsonpath={.status.userInfo.username}" prints exactly "jane"
    And within 10s "kubectl get pods" prints "web"
    And within 10s "kubectl get pods -n ${namespace}" fails with "Forbidden"
    And within 10s "kubectl delete pod web --dry-run=server" fails with "Forbidden"
    When I run "kubectl config use-context kubernetes-admin@kubernetes"
    Then within 10s "kubectl auth whoami -o jsonpath={.status.userInfo.username}" prints exactly "kubernetes-admin"
    And within 10s "kubectl delete pod web -n blue-${namespace} --dry-run=server" prints "deleted"
