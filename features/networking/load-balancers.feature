@007-11
Feature: A Service of type LoadBalancer gets an address at which this machine reaches it
  MetalLB gives it an address of a pool. One of the workers answers for the address, and
  another one does when that worker is lost.

  Background:
    Given a cluster with 2 workers
    And the cluster has load balancers

  Scenario: The Service answers at its address, from inside and outside the cluster
    Given I apply "manifests/colours.yaml"
    When I run "kubectl expose pod red --name=web --port=80 --type=LoadBalancer"
    Then within 20s {.status.loadBalancer.ingress[0].ip} of service "web" is set
    When I run "kubectl get service web -o jsonpath={.status.loadBalancer.ingress[0].ip}"
    And the output is called "address"
    Then within 30s this machine gets "I am red" from "http://${address}/"
    And within 10s pod "blue" gets "I am red" from "http://${address}/"
    And within 10s node worker-2 gets "I am red" from "http://${address}/"
    When I run "kubectl delete service web"
    Then within 20s this machine gets no answer from "http://${address}/"

  Scenario: A pool of one's own serves those who ask for it, while it has addresses
    When I apply:
      """yaml
      apiVersion: metallb.io/v1beta1
      kind: IPAddressPool
      metadata:
        name: ${namespace}
        namespace: metallb-system
      spec:
        addresses: [192.0.2.10/32]
        autoAssign: false
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: first
        annotations: {metallb.io/address-pool: "${namespace}"}
      spec:
        type: LoadBalancer
        ports: [{port: 80}]
      """
    Then within 20s {.status.loadBalancer.ingress[0].ip} of service "first" is "192.0.2.10"
    When I apply:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: second
        annotations: {metallb.io/address-pool: "${namespace}"}
      spec:
        type: LoadBalancer
        ports: [{port: 80}]
      """
    Then within 20s an event about service "second" says "AllocationFailed" and "no available IPs"
    And for 2s {.status.loadBalancer.ingress} of service "second" is unset
    When I run "kubectl delete service first"
    Then within 20s {.status.loadBalancer.ingress[0].ip} of service "second" is "192.0.2.10"
    When I run "kubectl delete ipaddresspool ${namespace} --namespace=metallb-system"

  Scenario: A pool whose addresses are none is refused
    Then within 10s applying this is refused with "invalid CIDR":
      """yaml
      apiVersion: metallb.io/v1beta1
      kind: IPAddressPool
      metadata:
        name: ${namespace}
        namespace: metallb-system
      spec:
        addresses: [somewhere]
      """

  @disruptive
  Scenario: The address answers whichever worker is lost
    Given I create pod "page" with image "nginx" on node control-plane-1
    And I run "kubectl label pod page app=page"
    And I run "kubectl expose pod page --port=80 --type=LoadBalancer"
    And I run "kubectl wait service page --for=jsonpath={.status.loadBalancer.ingress[0].ip} --timeout=20s"
    And I run "kubectl get service page -o jsonpath={.status.loadBalancer.ingress[0].ip}"
    And the output is called "address"
    Then within 30s this machine gets "Welcome to nginx" from "http://${address}/"
    When node worker-1 is stopped
    Then within 30s this machine gets "Welcome to nginx" from "http://${address}/"
    When node worker-1 is started again
    And node worker-2 is stopped
    Then within 60s this machine gets "Welcome to nginx" from "http://${address}/"

  @disruptive
  Scenario: Without the controller, a new Service waits for an address, and an old one keeps answering
    Given I apply "manifests/colours.yaml"
    And I run "kubectl expose pod red --name=old --port=80 --type=LoadBalancer"
    And I run "kubectl wait service old --for=jsonpath={.status.loadBalancer.ingress[0].ip} --timeout=20s"
    And I run "kubectl get service old -o jsonpath={.status.loadBalancer.ingress[0].ip}"
    And the output is called "address"
    When the load balancer controller is stopped
    And I run "kubectl expose pod red --name=new --port=80 --type=LoadBalancer"
    Then for 5s {.status.loadBalancer.ingress} of service "new" is unset
    And within 10s this machine gets "I am red" from "http://${address}/"
    When the load balancer controller is started again
    Then within 30s {.status.loadBalancer.ingress[0].ip} of service "new" is set
