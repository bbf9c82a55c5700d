@000-1
Feature: The kubelet starts when its node boots
  systemd starts what its default target wants. Which folder the link is in, or which unit the kubelet runs in, does not
  matter; a kubelet that somebody has started by hand is gone after the next boot.

  Scenario: kubeadm's kubelet does
    Then within 10s the kubelet on worker-1 starts at boot
    And within 10s the kubelet on control-plane-1 starts at boot

  @disruptive
  Scenario: Another link will do
    When I run on worker-1:
      """
      systemctl disable kubelet
      mkdir /etc/systemd/system/containerd.service.wants
      ln -s /lib/systemd/system/kubelet.service /etc/systemd/system/containerd.service.wants/
      """
    Then within 10s the kubelet on worker-1 starts at boot
    When I run on worker-1:
      """
      rm -r /etc/systemd/system/containerd.service.wants
      systemctl enable kubelet
      """
    Then within 10s the kubelet on worker-1 starts at boot
