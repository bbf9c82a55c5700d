@003-7
Feature: Negative tests of a node that is closed on purpose, which is open

  Background:
    Given a cluster with 2 workers

  Scenario: A cordoned node keeps its pods and gets no new ones
    When I run "kubectl create deployment web --image=nginx --replicas=2"
    # fails here
    Then within 5s deployment "web" has 2 ready pods on worker-2

  @disruptive
  Scenario: A new pod asks for a node that is closed
    When node worker-1 is cordoned
    # fails here
    Then within 3s a new pod on worker-1 is Running

  Scenario: A new pod asks for a node that is open
    # fails here
    Then for 10s a new pod on worker-1 is Pending

  Scenario: A drained node keeps only the pods of DaemonSets
    Given deployment "web" with image "nginx" runs 4 replicas
    # fails here
    Then within 3s deployment "web" has 4 ready pods on worker-2

  @disruptive
  Scenario: A taint that only keeps new pods away drives nobody out
    Given deployment "web" with image "nginx" runs 4 replicas
    When node worker-1 is tainted with "disk=slow:NoSchedule"
    # fails here
    Then within 5s deployment "web" has 0 pods on worker-1
