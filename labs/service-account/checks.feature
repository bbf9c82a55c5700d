Feature: The account may do just enough, and the dashboard works under it

  @task:1 @points:2
  Scenario: The account may look at what the dashboard shows
    Then within 5s "kubectl get pods --output=name --as=system:serviceaccount:${team}:${account}" prints "pod/client"
    And within 5s "kubectl auth can-i watch pods --as=system:serviceaccount:${team}:${account}" prints exactly "yes"
    And within 5s "kubectl auth can-i get ${kind}.apps --as=system:serviceaccount:${team}:${account}" prints exactly "yes"
    And within 5s "kubectl auth can-i list ${kind}.apps --as=system:serviceaccount:${team}:${account}" prints exactly "yes"
    And within 5s "kubectl auth can-i watch ${kind}.apps --as=system:serviceaccount:${team}:${account}" prints exactly "yes"
    And within 5s "kubectl logs client --as=system:serviceaccount:${team}:${account}" prints "the word is ${word}"

  @task:1 @points:3
  Scenario: The account may look, and no more
    Then within 5s "kubectl get pods --output=name --as=system:serviceaccount:${team}:${account}" prints "pod/client"
    And within 5s "kubectl get secrets --as=system:serviceaccount:${team}:${account}" fails with "is forbidden"
    And within 5s "kubectl get configmaps --as=system:serviceaccount:${team}:${account}" fails with "is forbidden"
    And within 5s "kubectl delete pod client --dry-run=server --as=system:serviceaccount:${team}:${account}" fails with "is forbidden"
    And within 5s "kubectl label pod client seen=yes --dry-run=server --as=system:serviceaccount:${team}:${account}" fails with "is forbidden"
    And within 5s "kubectl auth can-i delete ${kind}.apps --as=system:serviceaccount:${team}:${account} | grep --line-regexp no" prints exactly "no"
    And within 5s "for kind in deployments statefulsets daemonsets replicasets; do kubectl auth can-i get $kind.apps --as=system:serviceaccount:${team}:${account}; done | grep --count --line-regexp yes" prints exactly "1"
    And within 5s "kubectl exec client --as=system:serviceaccount:${team}:${account} -- true" fails with "is forbidden"

  @task:1 @points:3 @hidden
  Scenario: The account may look nowhere else
    Then within 5s "kubectl get pods --output=name --as=system:serviceaccount:${team}:${account}" prints "pod/client"
    And within 5s "kubectl get pods --namespace=default --as=system:serviceaccount:${team}:${account}" fails with "is forbidden"
    And within 5s "kubectl get pods --namespace=kube-system --as=system:serviceaccount:${team}:${account}" fails with "is forbidden"
    And within 5s "kubectl get nodes --as=system:serviceaccount:${team}:${account}" fails with "is forbidden"

  @task:2 @points:2
  Scenario: Every pod of the dashboard is ready, and shows what the account may see
    Then within 15s deployment "${app}" has 2 ready pods
    And within 5s the pods of deployment "${app}" answer HTTP requests
    And within 5s pod "client" gets "the word is ${word}" from "http://${app}/api/v1/namespaces/${team}/pods/client/log"

  @task:2 @points:1
  Scenario: Every pod of the dashboard runs under the account, and its program is as it was
    Then within 15s "kubectl get pods --selector=app=${app} --output=jsonpath={.items[*].spec.serviceAccountName}" prints exactly "${account} ${account}"
    And within 5s "kubectl get deployment ${app} --output=jsonpath={.spec.template.spec.containers[*].image}{.spec.template.spec.containers[*].command} | sha256sum" prints exactly "${program}"

  @task:2 @points:1 @hidden
  Scenario: The dashboard is refused what the account may not see
    Then within 15s pod "client" gets "the word is ${word}" from "http://${app}/api/v1/namespaces/${team}/pods/client/log"
    And within 5s pod "client" gets "system:serviceaccount:${team}:${account}" from "http://${app}/api/v1/namespaces/${team}/secrets"
    And within 5s pod "client" gets "status 403" from "http://${app}/api/v1/namespaces/${team}/secrets"
