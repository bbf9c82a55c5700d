Feature: Negative tests of 002-2, in which nothing serves or no way leads there

  Background:
    Given a cluster with 2 workers

  @002-2
  Scenario Outline: Pods reach each other <where>
    Given pod "one" with image "nginx" runs on worker-1
    And I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: two}
      spec:
        nodeName: <node>
        containers:
        - {name: idle, image: nginx, command: [sleep, "600"]}
      """
    Then within 30s pod "two" is Running
    # fails here
    And within 3s pod "one" gets "Welcome to nginx" from pod "two"
    And within 3s pod "two" gets "Welcome to nginx" from pod "one"

    Examples:
      | where        | node     |
      | on one host  | worker-1 |
      | across hosts | worker-2 |

  @002-2
  Scenario: A pod reaches a host outside the cluster
    Given I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: client}
      spec:
        nodeName: worker-1
        containers:
        - name: lost
          image: busybox
          command: [sh, -c, "ip route del default && sleep 600"]
          securityContext:
            capabilities: {add: [NET_ADMIN]}
      """
    Then within 30s pod "client" is Running
    # fails here
    And within 3s pod "client" gets "status 200" from "http://registry:5000/v2/"

  @002-2
  Scenario: A pod is reached from outside, by the same port of whichever node
    Given deployment "web" with image "nginx" runs 1 replica
    When I run "kubectl expose deployment web --port=80"
    # fails here
    Then within 3s this machine gets "Welcome to nginx" from service "web" on worker-1
    And within 3s this machine gets "Welcome to nginx" from service "web" on worker-2
    And within 3s this machine gets "Welcome to nginx" from service "web" on control-plane-1

  @002-2
  Scenario: No node serves what nobody has published
    Given deployment "web" with image "nginx" runs 1 replica
    When I run "kubectl expose deployment web --port=80 --type=NodePort"
    And I run "kubectl get service web -o jsonpath={.spec.ports[0].nodePort}"
    And the output is called "port"
    And I run "kubectl get node worker-1 -o jsonpath={.status.addresses[0].address}"
    And the output is called "address"
    And I run "kubectl delete service web"
    Then within 20s this machine gets no answer from "http://${address}:${port}"
    # fails here
    And within 3s this machine gets "Welcome to nginx" from "http://${address}:${port}"

  @002-2
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
    And within 10s pod "client" gets "status 500" from "http://pages/fails"
    # fails here
    And within 3s pod "client" gets an answer from "http://pages/fails"
    And within 3s pod "client" gets "status 200" from "http://pages/big"
    And within 3s pod "client" gets "status 500" from "http://pages/fails"
