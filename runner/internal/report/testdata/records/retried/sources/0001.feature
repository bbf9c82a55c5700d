Feature: Weather

  Scenario: It clears up
    Given I pass
    Then I fail the first 2 times

  Scenario: It rains all day
    Then I fail

  Scenario: The fog stays
    Then I am undecided
