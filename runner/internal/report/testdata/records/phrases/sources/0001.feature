Feature: Storms
  @phrase
  Scenario: a storm of <n> gusts
    Given I pass <n> times
    And the sky is "grey"

  @phrase
  Scenario: the sky is "<colour>"
    When I note:
      """
      it is <colour>
      """

  @phrase
  Scenario: the roof is gone
    Then I pass
    And I fail

  Scenario: A storm takes the roof
    Given a storm of 3 gusts
    When a storm of 2 gusts
    Then the roof is gone
    And I pass
