@weather
Feature: Weather & <other> "things"

  Background:
    Given I pass

  @disruptive @004-3
  Scenario: A storm takes the roof
    When I injure worker-1
    Then I fail
    And I pass

  Scenario: Nobody sees the sky
    Then I am undecided
    And I pass

  Scenario Outline: It rains <n> times
    Given I pass <n> times
      """
      A text of
      two lines.
      """
    And I pass
      | a | b |
      | 1 | 2 |

    Examples:
      | n |
      | 1 |
      | 2 |

  @slow
  Scenario: Not selected
    Then I pass
