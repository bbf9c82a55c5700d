@007-8
Feature: Negative tests of Ingress

  Background:
    Given a cluster with 2 workers
    And the cluster has ingress
    And I apply "../../../networking/manifests/colours.yaml"
    And I run "kubectl wait --for=condition=Ready pod/red pod/blue --timeout=60s"
    And I run "kubectl create ingress way --class=traefik --rule=${namespace}.test/*=red:80"

  Scenario: A rule leads to its own Service
    Then within 20s "curl -sS -m 2 --connect-to ::control-plane-1:80 http://${namespace}.test" prints "I am red /"
    # fails here
    And within 5s "curl -sS -m 2 --connect-to ::control-plane-1:80 http://${namespace}.test" prints "I am blue /"

  Scenario: A host that has a rule gets no 404
    Then within 20s "curl -sS -m 2 --connect-to ::control-plane-1:80 http://${namespace}.test" prints "I am red /"
    # fails here
    And within 5s "curl -sS -m 2 -o /dev/null -w '%{http_code}' --connect-to ::control-plane-1:80 http://${namespace}.test" prints "404"

  Scenario: Without a Secret, the certificate is nobody's
    Then within 20s "curl -sSk -m 2 --connect-to ::control-plane-1:443 https://${namespace}.test" prints "I am red /"
    # fails here
    And within 5s "curl -sS -m 2 --connect-to ::control-plane-1:443 https://${namespace}.test" prints "I am red /"

  Scenario: While the controller runs, requests are led
    Then within 20s "curl -sS -m 2 --connect-to ::control-plane-1:80 http://${namespace}.test" prints "I am red /"
    # fails here
    And within 5s "curl -sS -m 2 --connect-to ::control-plane-1:80 http://${namespace}.test" fails with "curl: ("
