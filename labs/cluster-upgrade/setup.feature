Feature: One version further
  Nothing is broken: the cluster is a version behind, and something is in use on it.

  Scenario: A deployment is in use
    Given I apply:
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
            containers: [{name: web, image: nginx}]
      """
    Then within 60s deployment "${app}" has 2 ready pods
    Given deployment "${app}" is remembered as "the app"
    Then within 5s {.status.nodeInfo.kubeletVersion} of node worker-1 matches /^v1\.35\./
