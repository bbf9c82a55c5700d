Feature: Weather

  Scenario: It rains
    Then I fail

  Scenario: The sun shines
    Then I pass
