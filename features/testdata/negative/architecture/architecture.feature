Feature: Negative tests of the features of architecture

  @000-1 @disruptive
  Scenario: What runs in kube-system, but the scheduler is held down
    Given the scheduler is held down
    And I run "kubectl wait --for=delete pod/kube-scheduler-control-plane-1 -n kube-system --timeout=30s"
    # fails here
    Then within 2s pod "kube-system/kube-scheduler-control-plane-1" is Running

  @000-1 @disruptive
  Scenario: systemd runs the kubelet, but it is stopped
    Given the kubelet on worker-1 is stopped
    # fails here
    Then within 2s unit "kubelet" on worker-1 is active

  @002-1
  Scenario: A pod in a network of its own has not the node's address
    Given I run "kubectl get node worker-1 -o jsonpath={.status.addresses[0].address}"
    And the output is called "address"
    And pod "host" with image "nginx" runs on worker-1
    # fails here
    Then within 2s {.status.podIP} of pod "host" is "${address}"

  @002-1
  Scenario: A third worker, which the cluster has not
    # fails here
    Then within 2s "kubectl get nodes" prints "worker-3 Ready <none>"

  @003-9
  Scenario: A pod whose program ends at once does not run, whatever was seen of it
    # fails here
    Given pod "shell" with image "busybox" runs on worker-1

  @003-9
  Scenario: An image that does not exist is not run
    When I create pod "web" with image "no-such-image" on node worker-1
    # fails here
    Then within 5s pod "web" is Running

  @003-9
  Scenario: A container that nobody killed is not started again
    Given pod "web" with image "nginx" runs on worker-1
    # fails here
    Then within 3s container "nginx" of pod "web" has restarted 1 time

  @003-9
  Scenario: An image that exists is fetched
    When I run "kubectl run broken --image=nginx"
    # fails here
    Then within 3s "kubectl describe pod broken" prints "Failed to pull image"

  @000-1 @own-cluster
  Scenario: A kubelet that is disabled does not start at boot
    When I run "systemctl disable kubelet" on worker-1
    # fails here
    Then within 2s the kubelet on worker-1 starts at boot

  @000-1 @own-cluster
  Scenario: A kubelet of systemd-run does not start at boot, whatever is enabled
    When I run on worker-1:
      """
      systemctl stop kubelet
      systemd-run --unit=by-hand /usr/bin/kubelet --config=/var/lib/kubelet/config.yaml --kubeconfig=/etc/kubernetes/kubelet.conf
      """
    Then within 30s node worker-1 is Ready
    # fails here
    And within 2s the kubelet on worker-1 starts at boot
