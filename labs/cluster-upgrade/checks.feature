Feature: The control plane and a worker are a version further

  @task:1 @points:2
  Scenario: The components of the control plane are of version 1.36, and kubeadm knows it
    Then within 60s {.data.ClusterConfiguration} of configmap "kube-system/kubeadm-config" matches /kubernetesVersion: v1\.36\./
    And within 60s {.spec.containers[0].image} of pod "kube-system/kube-apiserver-control-plane-1" matches /:v1\.36\./
    And within 30s {.spec.containers[0].image} of pod "kube-system/kube-controller-manager-control-plane-1" matches /:v1\.36\./
    And within 30s {.spec.containers[0].image} of pod "kube-system/kube-scheduler-control-plane-1" matches /:v1\.36\./

  @task:1 @points:1
  Scenario: kube-proxy is of version 1.36 on all nodes
    Then within 30s {.spec.template.spec.containers[0].image} of daemonset "kube-system/kube-proxy" matches /:v1\.36\./
    And within 60s daemonset "kube-system/kube-proxy" has rolled out

  @task:1 @points:2
  Scenario: The kubelet of the control plane is of version 1.36, and the node is in service
    Then within 30s {.data.ClusterConfiguration} of configmap "kube-system/kubeadm-config" matches /kubernetesVersion: v1\.36\./
    And within 60s {.status.nodeInfo.kubeletVersion} of node control-plane-1 matches /^v1\.36\./
    And within 60s node control-plane-1 is Ready
    And within 5s {.spec.unschedulable} of node control-plane-1 is unset

  @task:2 @points:2
  Scenario: The kubelet of the worker is of version 1.36
    Then within 30s {.data.ClusterConfiguration} of configmap "kube-system/kubeadm-config" matches /kubernetesVersion: v1\.36\./
    And within 60s {.status.nodeInfo.kubeletVersion} of node worker-1 matches /^v1\.36\./
    And within 60s node worker-1 is Ready

  @task:2 @points:1
  Scenario: The worker that was upgraded takes new pods
    Then within 30s {.status.nodeInfo.kubeletVersion} of node worker-1 matches /^v1\.36\./
    And within 60s a new pod on worker-1 is Running

  @task:2 @points:1 @hidden
  Scenario: The other worker is as it was
    Then within 30s {.status.nodeInfo.kubeletVersion} of node worker-1 matches /^v1\.36\./
    And within 60s a new pod on worker-2 is Running
    # A kubelet that has just been replaced reports its version within 10s.
    And for 20s {.status.nodeInfo.kubeletVersion} of node worker-2 matches /^v1\.35\./

  @task:2 @points:1
  Scenario: The deployment is the same, and serves
    Then within 30s {.status.nodeInfo.kubeletVersion} of node worker-1 matches /^v1\.36\./
    And within 30s deployment "${app}" is the same object as "the app"
    And within 75s deployment "${app}" has 2 ready pods
    And within 40s the pods of deployment "${app}" answer HTTP requests
