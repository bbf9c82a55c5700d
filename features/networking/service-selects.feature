@003-10
Feature: A Service leads to the pods that its selector finds
  The endpoints of a Service are the ready pods that carry the labels of its selector. A selector that matches the pod
  template of a deployment finds the pods of every later rollout as well.

  Background:
    Given deployment "web" with image "nginx" runs 2 replicas

  Scenario: A Service for a deployment
    When I run "kubectl expose deployment web --port=80"
    Then within 20s service "web" leads to the ready pods of deployment "web" and no others
    And within 5s service "web" leads to 2 pods
    And within 5s service "web" selects every pod that deployment "web" makes
    When I run "kubectl rollout restart deployment web"
    Then within 60s service "web" leads to the ready pods of deployment "web" and no others

  Scenario: Endpoints that are written by hand lead to the pods of today
    When I run:
      """
      kubectl create service clusterip by-hand --tcp=80
      kubectl patch service by-hand --type=json --patch='[{"op":"remove","path":"/spec/selector"}]'
      addresses=$(kubectl get pods --selector=app=web --output=jsonpath='{.items[*].status.podIP}')
      kubectl delete endpointslices --selector=kubernetes.io/service-name=by-hand
      {
        printf 'apiVersion: discovery.k8s.io/v1\nkind: EndpointSlice\naddressType: IPv4\n'
        printf 'metadata: {name: by-hand-1, labels: {kubernetes.io/service-name: by-hand}}\n'
        printf 'ports: [{name: "80", port: 80}]\nendpoints:\n'
        for address in $addresses; do echo "- addresses: [$address]"; done
      } | kubectl apply --filename=-
      """
    Then within 20s service "by-hand" leads to the ready pods of deployment "web" and no others
