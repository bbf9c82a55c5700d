Feature: Pods that nobody finds a node for
  Somebody has edited the manifest of the scheduler, and one word of it is wrong. Its pod does not start, and a
  deployment that was created afterwards waits.

  @disruptive
  Scenario: The scheduler does not start, and a deployment waits
    Given I run on control-plane-1:
      """
      edited=$(mktemp)
      sed '${slip}' /etc/kubernetes/manifests/kube-scheduler.yaml >$edited
      cat $edited >/etc/kubernetes/manifests/kube-scheduler.yaml
      rm $edited
      """
    Then within 40s "curl --silent --insecure https://127.0.0.1:10259/livez || echo silent" on control-plane-1 prints exactly "silent"
    Given I apply:
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: ${app}}
      spec:
        replicas: ${replicas}
        selector: {matchLabels: {app: ${app}}}
        template:
          metadata: {labels: {app: ${app}}}
          spec:
            terminationGracePeriodSeconds: 1
            containers: [{name: web, image: nginx}]
      """
    Given deployment "${app}" is remembered as "what waited"
    Then within 20s deployment "${app}" has ${replicas} pods
    And for 3s the pods of deployment "${app}" are Pending
    And within 60s {.status.containerStatuses[*].ready} of pod "kube-system/kube-scheduler-control-plane-1" is "false"
    And for 2s "curl --silent --insecure https://127.0.0.1:10259/livez || echo silent" on control-plane-1 prints exactly "silent"
