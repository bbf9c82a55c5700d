Feature: Negative tests of 005-2 and 005-3, with other values and other objects

  Background:
    Given I apply:
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        labels: {app: web}
      spec:
        replicas: 1
        selector:
          matchLabels: {app: web}
        template:
          metadata:
            labels: {app: web}
          spec:
            terminationGracePeriodSeconds: 1
            containers:
              - name: web
                image: nginx
                args: [nginx, -g, daemon off;]
                resources:
                  limits: {cpu: 500m}
      """

  @005-2
  Scenario Outline: <claim>
    Then within 60s deployment "web" has rolled out
    # fails here
    Then within 1s <claim>

    Examples:
      | claim                                                                                 |
      | {.spec.replicas} of deployment "web" is "2"                                           |
      | {.spec.replicas} of deployment "web" is not "1"                                       |
      | {.spec.replicas} of deployment "wbe" is not "2"                                       |
      | {.spec.replicas} of deployment "web" is at least 2                                    |
      | {.spec.replicas} of deployment "web" is at most 0                                     |
      | {.spec.replicas} of deployment "web" is more than 1                                   |
      | {.spec.replicas} of deployment "web" is less than 1                                   |
      | {.spec.replicas} of deployment "web" is between 2 and 3                               |
      | {.spec.template.spec.containers[0].resources.limits.cpu} of deployment "web" is "0.4" |
      | {.spec.template.spec.containers[*].name} of deployment "web" includes "we"            |
      | {.spec.template.spec.containers[*].name} of deployment "web" does not include "web"   |
      | {.spec.strategy.type} of deployment "web" is one of "Recreate", "Rolling"             |
      | {.spec.strategy.type} of deployment "web" matches /^Rolling$/                         |
      | {.spec.strategy.type} of deployment "web" does not match /Rolling/                    |
      | {.spec.paused} of deployment "web" is set                                             |
      | {.spec.replicas} of deployment "web" is unset                                         |
      | {.spec.paused} of deployment "wbe" is unset                                           |
      | {.spec.nodeName} of every pod of deployment "web" is unset                            |
      | {.spec.nodeName} of some pod of deployment "web" is "worker-9"                        |
      | {.spec.containers[0].image} of no pod of deployment "web" is "nginx"                  |
      | {.spec.containers[0].image} of no pod of deployment "wbe" is "nginx"                  |
      | {.metadata.name} of node worker-1 is "worker-2"                                       |

  @005-2
  Scenario Outline: A part that is not there: <part>
    # fails here
    Then within 1s deployment "<name>" matches:
      """
      <part>
      """

    Examples:
      | name | part                                                                                      |
      | web  | {spec: {replicas: 2}}                                                                     |
      | wbe  | {spec: {replicas: 1}}                                                                     |
      | web  | {metadata: {labels: {tier: front}}}                                                       |
      | web  | {spec: {template: {spec: {containers: [{name: other}]}}}}                                 |
      | web  | {spec: {template: {spec: {containers: [{name: web, args: [nginx]}]}}}}                    |
      | web  | {spec: {template: {spec: {containers: [{name: web, resources: {limits: {cpu: 501m}}}]}}}} |

  @005-2
  Scenario: A part that is there, and should never be
    # fails here
    Then never within 1s deployment "web" matches:
      """
      spec: {replicas: 1}
      """

  @005-3
  Scenario Outline: An object that was left alone: <claim>
    Then within 60s deployment "web" has rolled out
    Given deployment "web" is remembered as "before"
    # fails here
    Then within 1s deployment "web" <claim>

    Examples:
      | claim                                             |
      | was replaced since "before"                       |
      | has another spec than "before"                    |
      | has another spec than "before" but for its labels |

  @005-3
  Scenario Outline: An object that was changed: <claim>
    Then within 60s deployment "web" has rolled out
    Given deployment "web" is remembered as "before"
    When I run "kubectl scale deployment web --replicas=0"
    # fails here
    Then within 1s deployment "web" <claim>

    Examples:
      | claim                                                            |
      | has the same spec as "before"                                    |
      | has the same spec as "before" but for its labels and annotations |

  @005-3
  Scenario: Another object in its place
    Given deployment "web" is remembered as "before"
    When I run "kubectl delete deployment web"
    And I run "kubectl create deployment web --image=nginx"
    # fails here
    Then within 1s deployment "web" is the same object as "before"

  @005-3
  Scenario: What is not there cannot be remembered
    # fails here
    Given deployment "none" is remembered as "before"
    Then within 1s deployment "none" is the same object as "before"
