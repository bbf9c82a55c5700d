Feature: A slip in a configuration file
  The kubelet starts what a manifest says, and systemd starts the kubelet, however
  often that fails. Nothing says so but the logs, and what is missing.

  Background:
    Given a cluster with 2 workers

  @003-8 @disruptive
  Scenario: A scheduler with a wrong flag does not start, and says which
    When the manifest of the scheduler gets a wrong flag
    And I create pod "waiting" with image "nginx"
    Then within 60s the log of pod "kube-system/kube-scheduler-control-plane-1" says "unknown flag: --no-such-flag"
    And for 3s pod "waiting" is bound to no node
    When the manifest of the scheduler is put right
    Then within 60s pod "waiting" is Running

  @003-9 @disruptive
  Scenario: A kubelet with a wrong line in its configuration does not start, and its journal says so
    Given pod "resident" with image "nginx" runs on worker-1
    When the kubelet's configuration on worker-1 gets a wrong line
    Then within the node grace period and 10s node worker-1 is Unknown
    And within 20s the journal of kubelet on worker-1 says "failed to load kubelet config file"
    And for 2s pod "resident" answers HTTP requests
    When the kubelet's configuration on worker-1 is put right
    Then within 30s node worker-1 is Ready
