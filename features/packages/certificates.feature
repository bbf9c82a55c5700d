@008-4
Feature: kubeadm renews certificates
  A certificate that has expired is no longer accepted; kubeadm signs another one
  with the same name, for as long as its configuration says.

  Background:
    Given a cluster with 1 worker

  @disruptive
  Scenario: An administrator's certificate expires, and is renewed
    When I run on control-plane-1:
      """
      cat >/root/short.yaml <<END
      apiVersion: kubeadm.k8s.io/v1beta4
      kind: ClusterConfiguration
      kubernetesVersion: $(kubeadm version --output short)
      certificateValidityPeriod: 10s
      END
      kubeadm certs renew admin.conf --config /root/short.yaml
      """
    Then within 20s "kubectl --kubeconfig /etc/kubernetes/admin.conf get nodes" on control-plane-1 fails with "Unauthorized"
    And within 5s "kubeadm certs check-expiration" on control-plane-1 prints "<invalid>"
    When I run on control-plane-1:
      """
      kubeadm certs renew admin.conf
      """
    Then within 10s "kubectl --kubeconfig /etc/kubernetes/admin.conf get nodes" on control-plane-1 prints "worker-1"
