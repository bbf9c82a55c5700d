Feature: Rain
  Scenario: It rains
    When it pours
    Then within 30s node worker-1 is Ready
