Feature: An expectation that needs the audit log when it is gone

  @own-cluster
  Scenario: Nobody can tell who changed the pod
    When I run "kubectl run web --image=nginx"
    And I run "mv /var/log/kubernetes/audit.log /root/" on control-plane-1
    # undecided here
    Then within 2s nobody changed pod "web"
