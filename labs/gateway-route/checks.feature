Feature: The Gateway serves what the Ingress served, and more
  What the Ingress did counts for the Gateway only once the Ingress is gone: a request does not tell who led it.

  @task:1 @points:2
  Scenario: The Gateway takes HTTPS for the shop's host, with its certificate
    Then within 20s all of these hold:
      """
      {.spec.gatewayClassName} of gateway.gateway.networking.k8s.io "${gate}" is "traefik"
      {.status.conditions[?(@.type=="Programmed")].status} of gateway.gateway.networking.k8s.io "${gate}" is "True"
      {.spec.listeners[?(@.port==443)].protocol} of gateway.gateway.networking.k8s.io "${gate}" is "HTTPS"
      {.spec.listeners[?(@.port==443)].tls.certificateRefs[0].name} of gateway.gateway.networking.k8s.io "${gate}" is "${shop}-certificate"
      """
    And within 20s the certificate of control-plane-1:443 for "${shop}.${team}.example" is that of secret "${shop}-certificate"
    And within 5s secret "${shop}-certificate" has the same spec as "the certificate"

  @task:1 @points:1
  Scenario: The Gateway takes HTTP for the shop's host
    Then within 20s all of these hold:
      """
      {.status.conditions[?(@.type=="Programmed")].status} of gateway.gateway.networking.k8s.io "${gate}" is "True"
      {.spec.listeners[?(@.port==80)].protocol} of gateway.gateway.networking.k8s.io "${gate}" is "HTTP"
      """

  @task:1 @points:1 @hidden
  Scenario: The Gateway takes no other host
    Then within 20s {.spec.listeners[?(@.port==80)].hostname} of gateway.gateway.networking.k8s.io "${gate}" is "${shop}.${team}.example"
    And within 5s {.spec.listeners[?(@.port==443)].hostname} of gateway.gateway.networking.k8s.io "${gate}" is "${shop}.${team}.example"

  @task:2 @points:2
  Scenario: Without the Ingress, the shop and what is below its path are served
    Then within 20s all of these hold:
      """
      pod "client" gets "${shop} answers" from "https://${shop}.${team}.example/"
      pod "client" gets "${api} answers" from "https://${shop}.${team}.example/${api}"
      pod "client" gets "${api} answers" from "https://${shop}.${team}.example/${api}/2"
      """
    And within 5s ingress "${shop}" is gone
    And within 5s service "${api}" has the same spec as "the other service"

  @task:2 @points:2 @hidden
  Scenario: Without the Ingress, a path that only begins alike is the shop's
    Then within 20s pod "client" gets "${shop} answers" from "https://${shop}.${team}.example/${api}s"
    And within 5s ingress "${shop}" is gone
    And within 5s service "${shop}" has the same spec as "the shop's service"

  @task:2 @points:1 @hidden
  Scenario: No Ingress is left that serves the host
    Then within 20s pod "client" gets "${shop} answers" from "https://${shop}.${team}.example/"
    And within 5s there are no ingresses

  @task:3 @points:2
  Scenario: A request with the header gets the next version
    Then within 20s pod "client" gets "${shop}-${stage} answers" from "https://${shop}.${team}.example/" with header "version: ${stage}"
    And within 5s pod "client" gets "${shop} answers" from "https://${shop}.${team}.example/"

  @task:3 @points:1 @hidden
  Scenario: Another value of the header changes nothing
    Then within 20s pod "client" gets "${shop}-${stage} answers" from "https://${shop}.${team}.example/" with header "version: ${stage}"
    And within 5s pod "client" gets "${shop} answers" from "https://${shop}.${team}.example/" with header "version: latest"

  @task:4 @points:2
  Scenario: A request by HTTP is sent to HTTPS for good
    Then within 20s pod "client" gets status 301 from "http://${shop}.${team}.example/"
    And within 5s pod "client" gets status 301 from "http://${shop}.${team}.example/${api}"
    And within 20s pod "client" gets "${shop} answers" from "https://${shop}.${team}.example/"
