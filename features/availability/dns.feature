@006-5
Feature: Names are found while the name servers are replaced
  Two pods of CoreDNS answer for one address. When they are replaced one after the
  other, each goes on answering for some seconds after it was told to end (lameduck),
  so that every node has stopped asking it before it is gone.

  Background:
    Given a cluster with 2 workers
    And pod "client" with image "nginx" runs on worker-1
    And deployment "web" with image "nginx" runs 1 replica
    And I run "kubectl expose deployment web --port=80"

  @disruptive
  Scenario: The pods of CoreDNS are deleted one after the other
    Given lookups of "web" from pod "client" go on all the time
    When I run:
      """
      for pod in $(kubectl --namespace=kube-system get pods --selector=k8s-app=kube-dns --output=name); do
        kubectl --namespace=kube-system delete "$pod"
        kubectl --namespace=kube-system rollout status deployment coredns --timeout=50s
      done
      """
    Then for 10s no lookup fails
    And at most 1% of the lookups of "web" have failed
    And DNS was never silent for more than 2s
