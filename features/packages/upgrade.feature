@008-2 @slow
Feature: kubeadm upgrades a cluster to the next version
  First the control plane, then each node: kubeadm, then what runs there, then the
  kubelet. The packages are those of pkgs.k8s.io, for which the cluster's registry
  stands in. Upstream's kubeadm refuses cgroups of version 1, which some machines
  that run gherkube still have: SystemVerification says so.

  @own-cluster
  Scenario: From 1.35 to 1.36, while a workload serves
    Given a cluster of Kubernetes 1.35 with 2 workers
    And the cluster has Kubernetes 1.36 packages
    And I create deployment "web" with image "nginx" and 2 replicas
    When I run on control-plane-1:
      """
      set -e
      apt-mark unhold kubeadm
      apt-get update
      apt-get install --yes kubeadm=1.36.*
      apt-mark hold kubeadm
      kubeadm upgrade plan --ignore-preflight-errors=SystemVerification
      """
    Then the command printed "kubeadm upgrade apply v1.36."
    When I run on control-plane-1:
      """
      kubeadm upgrade apply "$(kubeadm version --output short)" --yes --ignore-preflight-errors=SystemVerification
      """
    Then the command printed "SUCCESS"
    And within 60s {.spec.containers[0].image} of pod "kube-system/kube-apiserver-control-plane-1" matches /:v1\.36\./
    And within 60s {.spec.template.spec.containers[0].image} of daemonset "kube-system/kube-proxy" matches /:v1\.36\./
    And within 60s daemonset "kube-system/kube-proxy" has rolled out
    And within 5s {.status.nodeInfo.kubeletVersion} of node control-plane-1 matches /^v1\.35\./
    When I run on control-plane-1:
      """
      set -e
      kubectl drain control-plane-1 --ignore-daemonsets
      apt-get install --yes --allow-change-held-packages kubelet=1.36.* kubectl=1.36.*
      systemctl daemon-reload
      systemctl restart kubelet
      """
    Then within 60s {.status.nodeInfo.kubeletVersion} of node control-plane-1 matches /^v1\.36\./
    # The API server is started again with the kubelet of its node.
    When I run on control-plane-1:
      """
      until kubectl uncordon control-plane-1; do sleep 1; done
      """
    And I run on worker-1:
      """
      set -e
      apt-get update
      apt-get install --yes --allow-change-held-packages kubeadm=1.36.*
      kubeadm upgrade node --ignore-preflight-errors=SystemVerification
      apt-get install --yes --allow-change-held-packages kubelet=1.36.*
      systemctl restart kubelet
      """
    Then within 30s {.status.nodeInfo.kubeletVersion} of node worker-1 matches /^v1\.36\./
    And within 60s node worker-1 is Ready
    And within 5s {.status.nodeInfo.kubeletVersion} of node worker-2 matches /^v1\.35\./
    And within 30s deployment "web" has 2 ready pods
    And within 20s the pods of deployment "web" answer HTTP requests

  @own-cluster
  Scenario: From 1.35 to 1.36 with three control-plane nodes, while clients use the API server
    Given a cluster of Kubernetes 1.35 with 3 control-plane nodes and 1 worker
    And the cluster has Kubernetes 1.36 packages
    And requests to the API server go on all the time
    When I run on control-plane-1:
      """
      set -e
      apt-get update
      apt-get install --yes --allow-change-held-packages kubeadm=1.36.*
      kubeadm upgrade apply "$(kubeadm version --output short)" --yes --ignore-preflight-errors=SystemVerification
      apt-get install --yes --allow-change-held-packages kubelet=1.36.* kubectl=1.36.*
      systemctl restart kubelet
      """
    Then within 60s {.spec.containers[0].image} of pod "kube-system/kube-apiserver-control-plane-1" matches /:v1\.36\./
    And within 5s {.spec.containers[0].image} of pod "kube-system/kube-apiserver-control-plane-2" matches /:v1\.35\./
    When I run on control-plane-2:
      """
      set -e
      apt-get update
      apt-get install --yes --allow-change-held-packages kubeadm=1.36.*
      kubeadm upgrade node --ignore-preflight-errors=SystemVerification
      apt-get install --yes --allow-change-held-packages kubelet=1.36.* kubectl=1.36.*
      systemctl restart kubelet
      """
    And I run on control-plane-3:
      """
      set -e
      apt-get update
      apt-get install --yes --allow-change-held-packages kubeadm=1.36.*
      kubeadm upgrade node --ignore-preflight-errors=SystemVerification
      apt-get install --yes --allow-change-held-packages kubelet=1.36.* kubectl=1.36.*
      systemctl restart kubelet
      """
    Then within 60s {.spec.containers[0].image} of pod "kube-system/kube-apiserver-control-plane-2" matches /:v1\.36\./
    And within 60s {.spec.containers[0].image} of pod "kube-system/kube-apiserver-control-plane-3" matches /:v1\.36\./
    And within 30s {.status.nodeInfo.kubeletVersion} of node control-plane-3 matches /^v1\.36\./
    And within 60s node control-plane-3 is Ready
    And within 5s {.status.nodeInfo.kubeletVersion} of node worker-1 matches /^v1\.35\./
    And the API server was never silent for more than 30s
