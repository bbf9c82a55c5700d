Feature: A calm day

  Scenario: The sun shines
    Given I pass
    Then I pass

  Scenario: It goes on shining
    Then I pass
