Feature: Only who is allowed gets an answer
  Each criterion has two sides: a request that is answered, and one that is not. A cluster without policies has only the
  first, and one that denies everything only the second. A node can always ask its own pods, which shows that a pod that
  does not answer others still listens.

  @task:1 @points:1
  Scenario: A pod that no policy allows to be asked does not answer
    Then within 20s pod "${job}" gets "${store} has it" from service "${store}"
    And within 20s pod "${partner}/guest" gets no answer from pod "insider"
    And within 5s pod "scratch" gets no answer from pod "insider"
    And within 5s node worker-1 gets an answer from pod "insider"

  @task:1 @points:2 @hidden
  Scenario: No pod is left out, whatever its labels and wherever the request comes from
    A pod without labels stands for all that are to come: only a policy for all pods selects it.

    Then within 20s pod "${job}" gets "${store} has it" from service "${store}"
    And within 20s all of these hold:
      """
      pod "insider" gets no answer from pod "scratch"
      pod "${partner}/client" gets no answer from pod "scratch"
      pod "lobby/client" gets no answer from pod "scratch"
      """
    And within 5s node worker-2 gets an answer from pod "scratch"

  @task:1 @points:1
  Scenario: The policy of the store allows what it allowed
    Then within 20s pod "${job}" gets "${store} has it" from service "${store}"
    And within 20s pod "${partner}/guest" gets no answer from pod "insider"
    And within 5s node worker-1 gets an answer from pod "insider"
    And within 5s pod "insider" gets no answer from service "${store}"
    And within 5s networkpolicy "${store}" has the same spec as "the policy of the store" but for its annotations

  @task:2 @points:2
  Scenario: The partner's clients get an answer, and its other pods do not
    Then within 20s pod "${partner}/client" gets "${app} says hello" from "http://${app}.${team}"
    And within 20s pod "${partner}/guest" gets no answer from service "${app}"
    And within 5s {.metadata.labels} of pod "${partner}/client" is as in "the client"
    And within 5s {.metadata.labels} of pod "${partner}/guest" is as in "the guest"

  @task:2 @points:2 @hidden
  Scenario: Pods of other namespaces get no answer, with the label or without
    Then within 20s pod "${partner}/client" gets "${app} says hello" from "http://${app}.${team}"
    And within 20s all of these hold:
      """
      pod "insider" gets no answer from service "${app}"
      pod "scratch" gets no answer from service "${app}"
      pod "lobby/client" gets no answer from service "${app}"
      """
    And within 5s {.metadata.labels} of pod "insider" is as in "the insider"

  @task:2 @points:1 @hidden
  Scenario: The other port is closed to the partner's clients, too
    Then within 20s pod "${partner}/client" gets "${app} says hello" from "http://${app}.${team}"
    And within 20s pod "${partner}/client" cannot connect to "${app}.${team}:${admin}"
    And within 5s {.spec.template.spec} of deployment "${app}" is as in "the app"
    And within 5s {.spec.ports} of service "${app}" is as in "the service"

  @task:3 @points:2
  Scenario: The store can be asked by its name, and a pod of another namespace cannot be asked
    Then within 20s pod "${job}" gets "${store} has it" from "http://${store}"
    And within 20s pod "${job}" gets no answer from pod "${partner}/guest"
    And within 5s node worker-2 gets an answer from pod "${partner}/guest"

  @task:3 @points:1 @hidden
  Scenario: Nobody else can be asked
    Then within 20s pod "${job}" gets "${store} has it" from service "${store}"
    And within 20s all of these hold:
      """
      pod "${job}" gets no answer from pod "lobby/client"
      pod "${job}" gets no answer from service "default/kubernetes"
      """
    And within 5s node worker-1 gets an answer from pod "lobby/client"

  @task:3 @points:1 @hidden
  Scenario: Names are resolved over UDP and TCP
    Then within 20s pod "${job}" resolves "${store}" to service "${store}"
    And within 20s pod "${job}" can connect to "kube-dns.kube-system:53"
    And within 20s pod "${job}" gets no answer from pod "${partner}/guest"

  @task:3 @points:1 @hidden
  Scenario: What the other pods send is not limited
    Then within 20s all of these hold:
      """
      pod "insider" gets an answer from pod "${partner}/guest"
      pod "scratch" gets an answer from pod "lobby/client"
      """
    And within 20s pod "${job}" gets no answer from pod "${partner}/guest"
