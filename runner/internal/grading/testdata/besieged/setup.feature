Feature: A web that has one pod

  Scenario: The web has one pod
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
            containers:
              - name: web
                image: nginx
                readinessProbe: {httpGet: {port: 80}, periodSeconds: 1}
      """
    Then within 60s deployment "web" has 1 ready pod
