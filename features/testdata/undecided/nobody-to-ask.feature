Feature: Traffic that nobody here can send

  @002-2
  Scenario: A pod that is not there cannot ask
    Given deployment "web" with image "nginx" runs 1 replica
    When I run "kubectl expose deployment web --port=80"
    # undecided here
    Then within 2s pod "nobody" gets an answer from service "web"

  @002-3
  Scenario: SCTP is not spoken here
    Its rules can be seen; whether packets pass them, only a kernel with SCTP shows.

    Given pod "client" with image "nginx" runs on worker-1
    And deployment "web" with image "nginx" runs 1 replica
    When I run "kubectl expose deployment web --name=signal --port=9000 --protocol=SCTP"
    # undecided here
    Then within 2s pod "client" gets an answer from service "signal"
