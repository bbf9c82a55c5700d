@003-5
Feature: A node that no longer reports, in Kubernetes' own time
  With upstream's timings a silent node is marked after 50 seconds, and its pods are
  evicted when they have tolerated that for 300 seconds more: until then nobody
  replaces them. Static pods and those of DaemonSets tolerate it for ever.

  @own-cluster @slow
  Scenario: It is marked after 50 seconds, and its pods are evicted 5 minutes later
    Given a cluster with 2 workers and upstream timings
    And deployment "web" with image "nginx" runs 2 replicas
    And the pods of deployment "web" on worker-1 are called "lost"
    And I run on worker-1:
      """
      cat >/etc/kubernetes/manifests/still.yaml <<END
      apiVersion: v1
      kind: Pod
      metadata: {name: still}
      spec: {containers: [{name: nginx, image: nginx}]}
      END
      """
    Then within 30s pod "default/still-worker-1" is Running
    When the kubelet on worker-1 is stopped
    Then for 35s node worker-1 is Ready
    And within 25s node worker-1 is Unknown
    And within 30s node worker-1 has the taint "node.kubernetes.io/unreachable:NoExecute"
    And for 280s the pods "lost" are not Terminating
    And within 40s the pods "lost" are Terminating
    And within 60s deployment "web" has 2 ready pods on worker-2
    And for 5s the pods "lost" are Terminating
    And for 2s pod "default/still-worker-1" is not Terminating
    And for 2s the pods of daemonset "kube-system/kube-proxy" on worker-1 are not Terminating
    When the kubelet on worker-1 is started again
    Then within 60s node worker-1 is Ready
    And within 60s the pods "lost" are gone
