Feature: Negative tests of slips in configuration files, without a slip

  Background:
    Given a cluster with 2 workers

  @003-8
  Scenario: A scheduler with its own flags complains of none
    # fails here
    Then within 3s the log of pod "kube-system/kube-scheduler-control-plane-1" says "unknown flag: --no-such-flag"

  @003-9
  Scenario: A kubelet with its own configuration reads it
    # fails here
    Then within 3s the journal of kubelet on worker-1 says "failed to load kubelet config file"
