@003-3
Feature: What an account may do, over everything that can be done
  Roles and bindings add up, and any of them may grant a right. What counts is what the API server allows in the end:
  every verb on every resource and subresource that it serves.

  Background:
    Given I run "kubectl create serviceaccount viewer"

  Scenario: A new account may do nothing
    Then within 10s service account "viewer" may do no more than:
      | verbs | resources |
      | get   | pods      |
    And within 10s service account "viewer" may do nothing in other namespaces

  Scenario: A role and a binding grant just what they say
    When I run "kubectl create role viewer --verb=get,list,watch --resource=pods,pods/log,deployments.apps"
    And I run "kubectl create rolebinding viewer --role=viewer --serviceaccount=${namespace}:viewer"
    Then within 10s service account "viewer" may do exactly:
      | verbs          | resources                      |
      | get list watch | pods pods/log deployments.apps |
    And within 10s service account "viewer" may do nothing in other namespaces

  Scenario: Two roles and the account's group do the same as one role
    When I run:
      """
      kubectl create role pods --verb=get,list,watch --resource=pods
      kubectl create role logs --verb=get --resource=pods/log
      kubectl create rolebinding pods --role=pods --group=system:serviceaccounts:${namespace}
      kubectl create rolebinding logs --role=logs --serviceaccount=${namespace}:viewer
      """
    Then within 10s service account "viewer" may do exactly:
      | verbs          | resources |
      | get list watch | pods      |
      | get            | pods/log  |

  Scenario: A right that is limited to one object
    When I run "kubectl create role reader --verb=get --resource=configmaps --resource-name=settings"
    And I run "kubectl create rolebinding reader --role=reader --user=jane"
    Then within 10s user "jane" may do exactly:
      | verbs | resources  | names    |
      | get   | configmaps | settings |

  Scenario: A cluster role that is bound in one namespace holds there only
    When I run "kubectl create rolebinding view --clusterrole=view --user=jane"
    Then within 10s user "jane" may do at least:
      | verbs          | resources                   |
      | get list watch | pods services configmaps    |
      | get list watch | deployments.apps jobs.batch |
    And within 10s user "jane" may do nothing in other namespaces

  Scenario: An account may do the same in every namespace
    When I run "kubectl create clusterrole reads-${namespace} --verb=get,list --resource=pods"
    And I run "kubectl create clusterrolebinding reads-${namespace} --clusterrole=reads-${namespace} --serviceaccount=${namespace}:viewer"
    Then within 10s service account "viewer" may do exactly in all namespaces:
      | verbs    | resources |
      | get list | pods      |

  Scenario: One right at a time
    When I run "kubectl create role pods --verb=get,list --resource=pods,pods/log"
    And I run "kubectl create rolebinding pods --role=pods --serviceaccount=${namespace}:viewer --group=readers"
    Then within 10s service account "viewer" may list pods
    And within 10s service account "viewer" may get pods/log named "web"
    And within 10s service account "viewer" may not delete pods
    And within 10s service account "viewer" may not list pods in namespace "default"
    And within 10s service account "viewer" may not list pods in all namespaces
    And within 10s group "readers" may get pods
    And within 10s group "readers" may not get secrets
