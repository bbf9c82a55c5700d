Feature: An expectation that needs to see the API while it is away

  @disruptive
  Scenario: Nobody can tell whether the worker stays Ready
    Given a cluster with 2 workers
    When the API server is held down
    # undecided here
    Then for 5s node worker-1 is Ready
