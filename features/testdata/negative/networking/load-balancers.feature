@007-11
Feature: Negative tests of load balancers

  Background:
    Given a cluster with 2 workers
    And the cluster has load balancers

  Scenario: A Service that is no load balancer has no address for outside
    Given I apply "../../../networking/manifests/colours.yaml"
    When I run "kubectl expose pod red --name=inner --port=80"
    # fails here
    Then within 5s {.status.loadBalancer.ingress[0].ip} of service "inner" is set

  Scenario: A Service answers at its own address only
    Given I apply "../../../networking/manifests/colours.yaml"
    And I run "kubectl expose pod red --name=web --port=80 --type=LoadBalancer"
    And I run "kubectl wait service web --for=jsonpath={.status.loadBalancer.ingress[0].ip} --timeout=20s"
    And I run "kubectl get service web -o jsonpath={.status.loadBalancer.ingress[0].ip}"
    And the output is called "address"
    Then within 30s this machine gets "I am red" from "http://${address}/"
    # fails here
    And for 3s this machine gets no answer from "http://${address}/"

  Scenario: A pool of addresses that nobody has is taken
    # fails here
    Then within 5s applying this is refused with "invalid CIDR":
      """yaml
      apiVersion: metallb.io/v1beta1
      kind: IPAddressPool
      metadata:
        name: ${namespace}
        namespace: metallb-system
      spec:
        addresses: [198.51.100.1/32]
      """

  @disruptive
  Scenario: With its controller, a Service gets an address
    When the load balancer controller is stopped
    And the load balancer controller is started again
    And I run "kubectl create service loadbalancer new --tcp=80"
    # fails here
    Then for 20s {.status.loadBalancer.ingress} of service "new" is unset
