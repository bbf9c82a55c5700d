Feature: A fault that cannot take effect

  @own-cluster
  Scenario: The kubelet is stopped already, so that stopping it proves nothing
    Given a cluster with 0 workers
    When I run "systemctl stop kubelet" on control-plane-1
    # undecided here
    And the kubelet on control-plane-1 is stopped
    Then within 30s node control-plane-1 is Unknown
