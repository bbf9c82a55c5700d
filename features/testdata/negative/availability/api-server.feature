Feature: Negative tests of 006-4

  Background:
    Given a cluster with 2 workers

  @006-4
  Scenario: An API server that is there answers
    Given requests to the API server go on all the time
    # fails here
    Then within 3s requests to the API server are not answered

  @006-4
  Scenario: An API server that is there answers all the time
    Given requests to the API server go on all the time
    # fails here
    Then for 5s no request to the API server is answered

  @006-4
  Scenario: An API server that is there is not silent
    Given requests to the API server go on all the time
    # fails here
    Then the API server was silent for at least 1s

  @006-4 @disruptive
  Scenario: An API server that is away is silent
    Given requests to the API server go on all the time
    When the API server is held down
    Then within 10s requests to the API server are not answered
    # fails here
    And the API server was never silent for more than 1s
