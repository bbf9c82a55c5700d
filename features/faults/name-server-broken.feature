@002-4
Feature: A cluster whose name server is broken
  A name that is misspelt in the Corefile stops nothing at first: a CoreDNS that runs
  keeps the configuration that it could read. Its next pods cannot start, and from
  then on no name is found. Addresses need no name server, and go on working.

  Background:
    Given a cluster with 2 workers

  @disruptive
  Scenario: Names are not found while addresses answer, and CoreDNS says why
    Given deployment "web" with image "nginx" runs 2 replicas
    And I run "kubectl expose deployment web --port=80"
    And I run "kubectl get service web -o jsonpath={.spec.clusterIP}"
    And the output is called "address"
    Then within 20s "dig +short +time=1 @10.96.0.10 web.${namespace}.svc.cluster.local" on worker-1 prints "${address}"
    When the Corefile gets a wrong line
    Then within 10s "dig +time=1 @10.96.0.10 web.${namespace}.svc.cluster.local" on worker-1 fails with "no servers could be reached"
    And within 30s "kubectl logs -n kube-system -l k8s-app=kube-dns" prints "Unknown directive 'kubernets'"
    And for 3s "curl -sS -m 2 http://${address}/" on worker-1 prints "Welcome to nginx"
    When the Corefile is put right
    Then within 30s "dig +short +time=1 @10.96.0.10 web.${namespace}.svc.cluster.local" on worker-1 prints "${address}"
