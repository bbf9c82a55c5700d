@008-1 @slow
Feature: Versions of Kubernetes
  A cluster has the version that its scenario names. A kubelet may be up to three
  versions behind the API server, but never ahead of it.

  Scenario: A cluster has the version that is named
    Given a cluster of Kubernetes 1.35 with 1 worker
    Then within 5s {.status.nodeInfo.kubeletVersion} of node worker-1 matches /^v1\.35\./
    And within 5s {.spec.containers[0].image} of pod "kube-system/kube-apiserver-control-plane-1" matches /:v1\.35\./
    And within 10s "kubectl version" prints "Server Version: v1.35."
    When I create deployment "web" with image "nginx" and 2 replicas
    Then within 30s deployment "web" has 2 ready pods

  @disruptive
  Scenario: A kubelet one version behind runs pods of a newer cluster
    Given a cluster of Kubernetes 1.36 with 2 workers
    And the cluster has Kubernetes 1.35 packages
    When I run on worker-1:
      """
      set -e
      apt-get update
      apt-get install --yes --allow-downgrades --allow-change-held-packages kubelet=1.35.*
      systemctl restart kubelet
      """
    Then within 20s {.status.nodeInfo.kubeletVersion} of node worker-1 matches /^v1\.35\./
    And within 5s {.status.nodeInfo.kubeletVersion} of node worker-2 matches /^v1\.36\./
    And within 20s node worker-1 is Ready
    When I create pod "web" with image "nginx" on node worker-1
    Then within 30s pod "web" is Ready
    And within 10s pod "web" answers HTTP requests
