Feature: A worker that reports nothing
  The kubelet cannot read its configuration, would not start at boot either, and the node was cordoned by somebody who
  looked at it before.

  @disruptive
  Scenario: The kubelet of a worker is misconfigured, and the worker cordoned
    Given I run "systemctl disable kubelet" on ${node}
    And I run "kubectl cordon ${node}"
    And the kubelet's configuration on ${node} gets a wrong line
    And I apply:
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: ${app}}
      spec:
        replicas: 2
        selector: {matchLabels: {app: ${app}}}
        template:
          metadata: {labels: {app: ${app}}}
          spec:
            terminationGracePeriodSeconds: 1
            nodeSelector: {kubernetes.io/hostname: ${node}}
            containers: [{name: web, image: nginx}]
      """
    Then within the node grace period and 20s node ${node} is Unknown
    And within 20s the pods of deployment "${app}" are Pending
