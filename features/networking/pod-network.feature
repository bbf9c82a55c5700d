@002-2
Feature: Every pod has an address of its own, and the ways to and from it
  CNI plugins give each pod a network of its own, with an address that every node
  knows the way to. To other pods it is known by that very address; to the world
  outside it hides behind its node.

  Background:
    Given a cluster with 2 workers

  Scenario Outline: Pods reach each other <where>
    Given pod "one" with image "nginx" runs on worker-1
    And pod "two" with image "nginx" runs on <node>
    Then within 10s pod "one" gets "Welcome to nginx" from pod "two"
    And within 10s pod "two" gets "Welcome to nginx" from pod "one"

    Examples:
      | where        | node     |
      | on one host  | worker-1 |
      | across hosts | worker-2 |

  Scenario: A pod reaches a host outside the cluster
    The registry stands in the same network as the nodes, and is none of them.

    Given pod "client" with image "nginx" runs on worker-1
    Then within 10s pod "client" gets "status 200" from "http://registry:5000/v2/"

  Scenario: A pod is reached from outside, by the same port of whichever node
    Given deployment "web" with image "nginx" runs 1 replica
    When I run "kubectl expose deployment web --port=80 --type=NodePort"
    Then within 10s this machine gets "Welcome to nginx" from service "web" on worker-1
    And within 10s this machine gets "Welcome to nginx" from service "web" on worker-2
    And within 10s this machine gets "Welcome to nginx" from service "web" on control-plane-1

  Scenario: The status of a page is known, however long the page is
    Given pod "client" with image "nginx" runs on worker-1
    And I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: pages, labels: {run: pages}}
      spec:
        nodeName: worker-2
        terminationGracePeriodSeconds: 1
        containers:
        - name: nginx
          image: nginx
          command:
          - bash
          - -c
          - |
            head --bytes=1048576 /dev/zero | tr '\0' a >/usr/share/nginx/html/big
            cat >/etc/nginx/conf.d/default.conf <<END
            server {
              listen 80;
              root /usr/share/nginx/html;
              error_page 500 /big;
              location = /fails { return 500; }
            }
            END
            exec nginx -g "daemon off;"
      """
    And I run "kubectl expose pod pages --port=80"
    Then within 30s pod "pages" is Running
    And within 10s pod "client" gets "status 200" from "http://pages/big"
    And within 10s pod "client" gets an answer from "http://pages/big"
    And within 10s pod "client" gets "status 500" from "http://pages/fails"
