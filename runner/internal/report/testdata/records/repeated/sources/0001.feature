Feature: Weather

  Scenario: It clears up
    Then I fail the first 1 time

  Scenario: The sun shines
    Then I pass
