@book
Feature: A book of weather

  Background:
    Given I pass

  @sun
  Scenario: The sun shines
    When I pass
    Then I pass

  @rain @wet
  Scenario Outline: It rains <n> times
    Given a cluster with <w> workers
    When I pass <n> times

    Examples: a little
      | n | w |
      | 1 | 1 |
      | 2 | 1 |

    @flood
    Examples: a lot
      | n | w |
      | 9 | 3 |

  Rule: Storms

    @disruptive
    Scenario: A storm
      When I injure worker-1

    @own-cluster
    Scenario: A storm of its own
      * I injure worker-2
