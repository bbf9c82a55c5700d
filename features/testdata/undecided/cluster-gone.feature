Feature: A cluster that goes away

  @own-cluster
  Scenario: The only node powers itself off
    Given a cluster with 0 workers
    When I try "systemctl poweroff --force --force"
    # undecided here
    Then within 5s node control-plane-1 is Unknown
