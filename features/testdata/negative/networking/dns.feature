Feature: Negative tests of 002-4, in which Services are missing, or of another kind

  Background:
    Given a cluster with 2 workers
    And pod "client" with image "nginx" runs on worker-1

  @002-4
  Scenario: A Service is found by its name
    Given deployment "web" with image "nginx" runs 2 replicas
    # fails here
    Then within 3s pod "client" resolves "web" to service "web"
    And within 3s pod "client" resolves "web.${namespace}.svc.cluster.local" to service "web"
    And within 3s pod "client" resolves "kubernetes.default" to service "default/kubernetes"

  @002-4
  Scenario: What there is has a name
    Given deployment "web" with image "nginx" runs 2 replicas
    When I run "kubectl expose deployment web --port=80"
    Then within 10s pod "client" resolves "web" to service "web"
    # fails here
    And within 3s pod "client" resolves "web" to nothing

  @002-4
  Scenario: The name of a headless Service means all its pods
    Given deployment "web" with image "nginx" runs 2 replicas
    When I run "kubectl expose deployment web --port=80"
    # fails here
    Then within 3s pod "client" resolves "web" to the pods of deployment "web"

  @002-4
  Scenario: Pods are found by hostname and subdomain
    When I create these pods:
      | name  | image |
      | alpha | nginx |
    Then within 30s pod "alpha" is Running
    # fails here
    And within 3s pod "client" resolves "alpha.crew" to pod "alpha"

  @002-4
  Scenario: For as long as they are there
    When I apply "../../../networking/manifests/crew.yaml"
    Then within 30s pod "client" resolves "alpha.crew" to pod "alpha"
    # fails here
    And within 3s pod "client" resolves "alpha.crew" to nothing
    And for 2s pod "client" resolves "beta.crew" to pod "beta"

  @002-4
  Scenario: A name shaped like an address proves nothing
    # fails here
    Then within 3s "dig +short @10.96.0.10 alpha.${namespace}.pod.cluster.local" on worker-1 prints exactly "1.2.3.4"
