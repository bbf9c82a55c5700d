Feature: Negative tests of 005-12, with shops that are half open

  @phrase
  Scenario: the shop "<name>" is open
    * deployment "<name>" has 1 ready pod
    * service "<name>" leads to 1 pod

  @phrase
  Scenario: the shop "<name>" opens
    When I run "kubectl create deployment <name> --image=nginx"
    And I run "kubectl create service clusterip <name> --tcp=80:80"
    And I run "kubectl set selector service <name> app=nothing"
    Then within 60s deployment "<name>" has rolled out

  @005-12
  Scenario: Pods without a Service that leads to them
    When the shop "web" opens
    # fails here
    Then within 2s the shop "web" is open

  @005-12
  Scenario: One is true, and then the other
    When I run "kubectl create deployment web --image=nginx"
    Then within 60s deployment "web" has 1 ready pod
    When I run "kubectl scale deployment web --replicas=0"
    # fails here
    Then within 20s all of these hold:
      """
      deployment "web" has 1 ready pod
      {.spec.replicas} of deployment "web" is "0"
      """

  @005-12
  Scenario: It holds, but not for long
    When I run "kubectl create deployment web --image=nginx"
    Then within 60s deployment "web" has 1 ready pod
    When I run "(sleep 3; kubectl scale deployment web --replicas=0) >/dev/null 2>&1 &"
    # fails here
    Then for 20s all of these hold:
      """
      deployment "web" exists
      deployment "web" has 1 ready pod
      """

  @005-12
  Scenario: One of them does not hold until the event
    When I run "kubectl create deployment web --image=nginx --replicas=0"
    And I run "(sleep 3; kubectl scale deployment web --replicas=1) >/dev/null 2>&1 &"
    # fails here
    Then until deployment "web" has 1 ready pod, within 30s, all of these hold:
      """
      deployment "web" exists
      {.spec.replicas} of deployment "web" is "0"
      """

  @005-12
  Scenario: The event never comes in full
    When I run "kubectl create deployment web --image=nginx"
    # fails here
    Then until all of these hold, within 10s, deployment "web" exists:
      """
      deployment "web" has 1 ready pod
      deployment "web" has 2 ready pods
      """

  @005-12
  Scenario: A step of a phrase that does not come about
    When I run "kubectl create deployment web --image=nothing"
    # fails here
    Then the shop "web" has opened

  @phrase
  Scenario: the shop "<name>" has opened
    Then within 1s deployment "<name>" exists
    And within 3s deployment "<name>" has rolled out
