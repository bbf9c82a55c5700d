Feature: Negative tests of versions

  @008-1
  Scenario: A cluster whose scenario names no version has the newest
    Given a cluster with 1 worker
    Then within 5s {.status.nodeInfo.kubeletVersion} of node worker-1 matches /^v1\.36\./
    # fails here
    And within 2s {.status.nodeInfo.kubeletVersion} of node worker-1 matches /^v1\.35\./

  @008-2 @disruptive
  Scenario: A kubelet that was installed and not started again stays what it was
    Given a cluster with 1 worker
    And the cluster has Kubernetes 1.35 packages
    When I run on worker-1:
      """
      set -e
      apt-get update
      apt-get install --yes --allow-downgrades --allow-change-held-packages kubelet=1.35.*
      """
    Then within 5s "kubelet --version" on worker-1 prints "v1.35."
    # fails here
    And within 5s {.status.nodeInfo.kubeletVersion} of node worker-1 matches /^v1\.35\./

  @008-3 @disruptive
  Scenario: A node that was reset does not come back by itself
    Given a cluster with 1 worker
    When I run on worker-1:
      """
      kubeadm reset --force
      """
    Then within 60s node worker-1 is Unknown
    # fails here
    And within 5s node worker-1 is Ready

  @008-4 @disruptive
  Scenario: A certificate that has expired stays so
    Given a cluster with 1 worker
    When I run on control-plane-1:
      """
      cat >/root/short.yaml <<END
      apiVersion: kubeadm.k8s.io/v1beta4
      kind: ClusterConfiguration
      kubernetesVersion: $(kubeadm version --output short)
      certificateValidityPeriod: 5s
      END
      kubeadm certs renew admin.conf --config /root/short.yaml
      """
    Then within 20s "kubectl --kubeconfig /etc/kubernetes/admin.conf get nodes" on control-plane-1 fails with "Unauthorized"
    # fails here
    And within 5s "kubectl --kubeconfig /etc/kubernetes/admin.conf get nodes" on control-plane-1 prints "worker-1"
