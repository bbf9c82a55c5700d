Feature: The worker reports again, and pods run there

  @task:1 @points:4
  Scenario: The node is Ready, and stays so
    Then within 40s node ${node} is Ready
    And for 8s node ${node} is Ready

  @task:1 @points:2 @hidden
  Scenario: The kubelet starts when the node boots
    Then within 40s node ${node} is Ready
    And within 5s "ls /proc/1/root/etc/systemd/system/multi-user.target.wants" on ${node} prints "kubelet.service"

  @task:2 @points:2
  Scenario: The pods run on the node
    Then within 40s deployment "${app}" has 2 pods on ${node}
    And within 40s the pods of deployment "${app}" on ${node} are Running

  @task:2 @points:2 @hidden
  Scenario: The app answers from there, and its deployment is as it was
    Then within 40s the pods of deployment "${app}" on ${node} are Running
    And within 10s the pods of deployment "${app}" on ${node} answer HTTP requests
    And within 5s "kubectl get deployment ${app} --output=jsonpath={.spec.template.spec}{.spec.template.metadata.labels} | sha256sum" prints exactly "${template}"
