Feature: A shop that an Ingress serves
  Three deployments answer with their names. Requests come from pod "client", which knows the shop's host, so that a request
  can have another header. It is where students try theirs, too.

  Scenario: The shop and its catalogue are served by the Ingress
    Given I run:
      """
      openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30 -subj /CN=${shop} -addext subjectAltName=DNS:${shop}.${team}.example -keyout tls.key -out tls.crt
      kubectl create secret tls ${shop}-certificate --cert=tls.crt --key=tls.key
      rm tls.key tls.crt
      for name in ${shop} ${shop}-${stage} ${api}; do
        kubectl create --filename=- <<END
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: $name}
      spec:
        selector: {matchLabels: {app: $name}}
        template:
          metadata: {labels: {app: $name}}
          spec:
            terminationGracePeriodSeconds: 1
            containers:
              - name: web
                image: nginx
                readinessProbe: {httpGet: {port: 80}, periodSeconds: 1}
                command:
                  - bash
                  - -c
                  - |
                    echo 'server { listen 80; location / { return 200 "$name answers\n"; } }' >/etc/nginx/conf.d/default.conf
                    exec nginx -g "daemon off;"
      END
      done
      kubectl expose deployment ${shop} --port=80
      kubectl expose deployment ${shop}-${stage} --port=80
      kubectl expose deployment ${api} --port=8080 --target-port=80
      """
    And I run "kubectl get node control-plane-1 -o jsonpath='{.status.addresses[?(@.type=="InternalIP")].address}'"
    And the output is called "address"
    And I apply:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: client}
      spec:
        terminationGracePeriodSeconds: 1
        hostAliases: [{ip: "${address}", hostnames: ["${shop}.${team}.example"]}]
        containers: [{name: web, image: nginx}]
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: ${shop}}
      spec:
        ingressClassName: traefik
        tls: [{hosts: ["${shop}.${team}.example"], secretName: ${shop}-certificate}]
        rules:
          - host: ${shop}.${team}.example
            http:
              paths:
                - {path: /, pathType: Prefix, backend: {service: {name: ${shop}, port: {number: 80}}}}
                - {path: /${api}, pathType: Prefix, backend: {service: {name: ${api}, port: {number: 8080}}}}
      """
    And service "${shop}" is remembered as "the shop's service"
    And service "${api}" is remembered as "the other service"
    And secret "${shop}-certificate" is remembered as "the certificate"
    Then within 60s all of these hold:
      """
      deployment "${shop}" has 1 ready pod
      deployment "${shop}-${stage}" has 1 ready pod
      deployment "${api}" has 1 ready pod
      pod "client" is Running
      """
    And within 30s all of these hold:
      """
      pod "client" gets "${shop} answers" from "https://${shop}.${team}.example/"
      pod "client" gets "${api} answers" from "https://${shop}.${team}.example/${api}/1"
      """
