Feature: Negative tests of 005-11, in which a server is asked otherwise, or answers otherwise

  Background:
    Given a cluster with 2 workers
    And pod "client" with image "nginx" runs on worker-1

  @005-11
  Scenario Outline: A server that tells hosts apart, and what is said of it: <claim>
    When I run:
      """
      for name in shop other; do
        openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=$name.example -addext subjectAltName=DNS:$name.example \
          -keyout $name.key -out $name.crt 2>/dev/null
        kubectl create secret tls $name-tls --cert=$name.crt --key=$name.key
      done
      """
    And I run:
      """
      cat >shop.yaml <<'END'
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: shop}
      data:
        default.conf: |
          server { listen 80 default_server; location / { return 404 "no such host\n"; } }
          server { listen 80; server_name shop.example; location / { return 200 "cart of $host\n"; } }
          server {
            listen 443 ssl default_server;
            ssl_certificate /tls/other/tls.crt;
            ssl_certificate_key /tls/other/tls.key;
            ssl_protocols TLSv1.2 TLSv1.3;
            location / { return 200 "other over $ssl_protocol\n"; }
          }
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: shop}
      spec:
        selector: {matchLabels: {app: shop}}
        template:
          metadata: {labels: {app: shop}}
          spec:
            terminationGracePeriodSeconds: 1
            containers:
            - name: nginx
              image: nginx
              readinessProbe: {tcpSocket: {port: 443}, periodSeconds: 1}
              volumeMounts:
              - {name: settings, mountPath: /etc/nginx/conf.d}
              - {name: other, mountPath: /tls/other}
            volumes:
            - {name: settings, configMap: {name: shop}}
            - {name: other, secret: {secretName: other-tls}}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: shop}
      spec:
        type: NodePort
        selector: {app: shop}
        ports:
        - {name: http, port: 80}
        - {name: https, port: 443, nodePort: <port>}
      END
      kubectl apply --filename=shop.yaml
      """
    Then within 60s deployment "shop" has 1 ready pod
    And within 20s pod "client" gets status 404 from "http://shop/"
    And within 20s the certificate of worker-1:<port> is that of secret "other-tls"
    # fails here
    Then within 3s <claim>

    Examples:
      | port  | claim                                                                                         |
      | 30901 | pod "client" gets status 200 from "http://shop/"                                              |
      | 30902 | pod "client" gets "cart" from "http://shop/" with header "Host: cart.example"                 |
      | 30903 | pod "client" gets status 200 and "order" from "http://shop/" with header "Host: shop.example" |
      | 30904 | every node gets "cart" from service "shop" with header "X-Host: shop.example"                 |
      | 30905 | pod "client" gets a refusal of TLS 1.2 from "https://shop/"                                   |
      | 30906 | pod "client" gets a refusal of TLS 1.3 from "https://shop:80/"                                |
      | 30907 | pod "client" gets "other over TLSv1.3" from "https://shop/" over TLS 1.2                      |
      | 30908 | the certificate of worker-1:30908 for "shop.example" is that of secret "shop-tls"             |
      | 30909 | the certificate of worker-1:30909 for "shop.example" is not that of secret "other-tls"        |
      | 30910 | the certificate of worker-1:30910 is not that of secret "none-tls"                            |
      | 30911 | pod "client" can connect to "shop:81"                                                         |
      | 30912 | pod "client" cannot connect to "shop:80"                                                      |
      | 30913 | pod "client" cannot connect to "shpo:80"                                                      |
      | 30914 | of 20 requests from pod "client" to "http://shop/", 1% to 100% reach deployment "shop"        |

  @005-11
  Scenario Outline: A Service of one deployment, and shares of its requests: <claim>
    When I apply "../../../networking/manifests/web.yaml"
    Then within 60s deployment "web" has 3 ready pods
    # fails here
    Then within 3s of 20 requests from pod "client" to <claim>

    Examples:
      | claim                                                              |
      | service "web", 0% to 50% reach deployment "web"                    |
      | service "web", 10% to 30% reach deployment "other"                 |
      | "http://web/" with header "A: b", 0% to 0% reach deployment "none" |
