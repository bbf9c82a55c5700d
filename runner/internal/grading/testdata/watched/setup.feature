Feature: A worker whose kubelet is stopped

  @disruptive
  Scenario: The kubelet is stopped, and would not start at boot
    Given I run "systemctl disable kubelet" on worker-1
    And the kubelet on worker-1 is stopped
    Then within the node grace period and 20s node worker-1 is Unknown
    Given I apply:
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        replicas: 1
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            terminationGracePeriodSeconds: 1
            nodeSelector: {kubernetes.io/hostname: worker-1}
            containers: [{name: web, image: nginx}]
      """
    Then within 20s the pods of deployment "web" are Pending
