@002-4
Feature: Names in the cluster
  CoreDNS answers for the names of Services and, behind a headless Service, of
  pods: by hostname and subdomain. Every pod asks it, since the kubelet writes its
  address into the pod's resolv.conf.

  Background:
    Given a cluster with 2 workers
    And pod "client" with image "nginx" runs on worker-1

  Scenario: A Service is found by its name
    Given deployment "web" with image "nginx" runs 2 replicas
    Then within 20s pod "client" resolves "web" to nothing
    When I run "kubectl expose deployment web --port=80"
    Then within 10s pod "client" resolves "web" to service "web"
    And within 10s pod "client" resolves "web.${namespace}.svc.cluster.local" to service "web"
    And within 10s pod "client" resolves "kubernetes.default" to service "default/kubernetes"

  Scenario: The name of a headless Service means all its pods
    Given deployment "web" with image "nginx" runs 2 replicas
    When I run "kubectl expose deployment web --port=80 --cluster-ip=None"
    Then within 10s pod "client" resolves "web" to the pods of deployment "web"

  Scenario: Pods are found by hostname and subdomain, for as long as they are there
    When I apply "manifests/crew.yaml"
    Then within 30s pod "client" resolves "alpha.crew" to pod "alpha"
    And within 30s pod "client" resolves "beta.crew" to pod "beta"
    When I run "kubectl delete pod alpha --now"
    Then within 20s pod "client" resolves "alpha.crew" to nothing
    And for 2s pod "client" resolves "beta.crew" to pod "beta"

  Scenario: A name shaped like an address proves nothing
    kubeadm's Corefile says "pods insecure": such names are answered whether there
    is a pod or not.

    Then within 10s "dig +short @10.96.0.10 1-2-3-4.${namespace}.pod.cluster.local" on worker-1 prints exactly "1.2.3.4"
