@002-4
Feature: Negative tests of a cluster whose name server is broken, which is not

  Background:
    Given a cluster with 2 workers

  Scenario: Names are not found while addresses answer
    # fails here
    Then within 3s "dig +time=1 @10.96.0.10 kubernetes.default.svc.cluster.local" on worker-1 fails with "no servers could be reached"

  Scenario: CoreDNS has nothing to complain of
    # fails here
    Then within 3s "kubectl logs -n kube-system -l k8s-app=kube-dns" prints "Unknown directive 'kubernets'"

  @disruptive
  Scenario: A name is found again though nobody has mended the Corefile
    Given the Corefile gets a wrong line
    # fails here
    Then within 3s "dig +short +time=1 @10.96.0.10 kubernetes.default.svc.cluster.local" on worker-1 prints "10.96.0.1"
