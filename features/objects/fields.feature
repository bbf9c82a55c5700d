Feature: Any field of an object can be looked at
  A JSONPath leads to it, as with kubectl. Amounts compare as amounts, and lists by the
  keys by which kubectl apply merges them.

  Background:
    Given I apply:
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        labels: {app: web}
      spec:
        replicas: 2
        selector:
          matchLabels: {app: web}
        template:
          metadata:
            labels: {app: web, tier: front}
          spec:
            terminationGracePeriodSeconds: 1
            containers:
              - name: web
                image: nginx
                ports:
                  - {name: http, containerPort: 80}
                resources:
                  requests: {cpu: 10m, memory: 16Mi}
                  limits: {cpu: 500m}
      """

  @005-2
  Scenario: Values, amounts and lists
    Then within 10s {.spec.replicas} of deployment "web" is "2"
    And within 10s {.spec.template.spec.containers[0].resources.limits.cpu} of deploy "web" is "0.5"
    And within 10s {.spec.replicas} of deployment "web" is between 1 and 3
    And within 10s {.spec.template.spec.containers[*].name} of deployment "web" includes "web"
    And within 10s {.spec.paused} of deployment "web" is unset
    And within 10s {.spec.strategy.type} of deployment "web" is one of "RollingUpdate", "Recreate"
    And within 60s {.status.readyReplicas} of deployment "web" is at least 2
    And within 10s {.status.podIP} of every pod of deployment "web" matches /^10\./
    And within 10s {.spec.nodeName} of some pod of deployment "web" is one of "worker-1", "worker-2"
    And within 10s {.spec.containers[0].image} of no pod of deployment "web" is "busybox"

  @005-2
  Scenario: A part of an object
    Then within 10s deployment "web" matches:
      """
      metadata:
        labels: {app: web}
      spec:
        template:
          spec:
            containers:
              - name: web
                resources:
                  limits: {cpu: "0.5"}
                ports:
                  - containerPort: 80
                    name: http
      """

  @005-3
  Scenario: What it was before is remembered
    Then within 60s deployment "web" has rolled out
    Given deployment "web" is remembered as "before"
    When I run "kubectl label deployment web colour=blue"
    Then within 10s deployment "web" is the same object as "before"
    And within 10s deployment "web" has another spec than "before"
    And within 10s deployment "web" has the same spec as "before" but for its labels
    When I run "kubectl delete deployment web"
    And I run "kubectl create deployment web --image=nginx"
    Then within 10s deployment "web" was replaced since "before"
