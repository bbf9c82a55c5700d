Feature: A dashboard that is shown nothing
  The pods pass requests on to the API server as who they are. They run under the default account, which may see
  nothing, and are not even given its token.

  Scenario: The API server does not know the dashboard
    Given I apply:
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: ${app}}
      spec:
        replicas: 2
        selector: {matchLabels: {app: ${app}}}
        template:
          metadata: {labels: {app: ${app}}}
          spec:
            terminationGracePeriodSeconds: 1
            automountServiceAccountToken: false
            containers:
              - name: dashboard
                image: nginx
                readinessProbe: {httpGet: {port: 80}, periodSeconds: 1}
                command:
                  - bash
                  - -c
                  - |
                    token=$(cat /var/run/secrets/kubernetes.io/serviceaccount/token)
                    api=https://$KUBERNETES_SERVICE_HOST:$KUBERNETES_SERVICE_PORT
                    cat >/etc/nginx/conf.d/default.conf <<END
                    server {
                      listen 80;
                      proxy_set_header Authorization "Bearer $token";
                      location = / { proxy_pass $api/api/v1/namespaces/${team}/pods; }
                      location / { proxy_pass $api; }
                    }
                    END
                    exec nginx -g "daemon off;"
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: ${app}}
      spec:
        selector: {app: ${app}}
        ports: [{port: 80}]
        publishNotReadyAddresses: true
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: client}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: client, image: nginx, command: [bash, -c, 'echo "the word is ${word}"; exec sleep infinity']}]
      """
    And deployment "${app}" is remembered as "the program"
    Then within 60s pod "client" is Running
    And within 30s pod "client" gets "system:anonymous" from "http://${app}"
    And within 10s deployment "${app}" has 2 pods
    And for 3s deployment "${app}" has 0 ready pods
