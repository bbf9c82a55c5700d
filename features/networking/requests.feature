@005-11
Feature: What is got from a server depends on how it is asked
  Servers tell hosts apart by the header of a request, and over TLS by the name that is
  asked for.

  Background:
    Given a cluster with 2 workers
    And pod "client" with image "nginx" runs on worker-1

  Scenario: Hosts, status, versions of TLS and certificates by name
    When I run:
      """
      for name in shop other; do
        openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=$name.example -addext subjectAltName=DNS:$name.example \
          -keyout $name.key -out $name.crt 2>/dev/null
        kubectl create secret tls $name-tls --cert=$name.crt --key=$name.key
      done
      """
    And I apply "manifests/shop.yaml"
    Then within 60s deployment "shop" has 1 ready pod
    And within 10s pod "client" gets status 404 from "http://shop/"
    And within 10s pod "client" gets status 200 and "cart" from "http://shop/" with header "Host: shop.example"
    And within 10s every node gets "cart" from service "shop" with header "Host: shop.example"
    And within 10s pod "client" gets "cart over TLSv1.3" from "https://shop/" with header "Host: shop.example"
    And within 10s pod "client" gets status 200 and "other" from "https://shop/" over TLS 1.3
    And within 10s pod "client" gets a refusal of TLS 1.2 from "https://shop/"
    And within 10s the certificate of worker-1:30987 for "shop.example" is that of secret "shop-tls"
    And within 10s the certificate of worker-1:30987 is that of secret "other-tls"
    And within 10s the certificate of worker-2:30987 for "shop.example" is not that of secret "other-tls"

  Scenario: Connections are made where a Service listens
    Given deployment "web" with image "nginx" runs 1 replica
    When I run "kubectl expose deployment web --port=80"
    Then within 30s pod "client" can connect to "web:80"
    And within 10s pod "client" cannot connect to "web:81"
    And within 10s node worker-2 can connect to "localhost:10250"

  Scenario: Two versions of a deployment share the requests by their pods
    When I apply "manifests/web.yaml"
    Then within 30s deployment "web" has 3 ready pods
    When I run "kubectl create deployment other --image=nginx"
    Then within 30s deployment "other" has 1 ready pod
    And within 10s of 40 requests from pod "client" to service "web", 100% to 100% reach deployment "web"
    And within 10s of 40 requests from pod "client" to "http://web", 0% to 0% reach deployment "other"
