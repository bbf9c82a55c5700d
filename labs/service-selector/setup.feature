Feature: A Service that finds nobody
  The app's Service selects by a label that no pod has any more. A cache and a portal beside the app carry one each of
  the app's two labels and answer on the same port, so a selector that is too wide finds one of them as well.

  Scenario: The Service selects by a label that no pod has
    Given I apply:
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: ${app}}
      spec:
        replicas: 2
        selector: {matchLabels: {app: ${app}, tier: web}}
        template:
          metadata: {labels: {app: ${app}, tier: web}}
          spec:
            terminationGracePeriodSeconds: 1
            containers:
              - name: web
                image: nginx
                command: [bash, -c, 'echo "${app} says hello from $HOSTNAME" >/usr/share/nginx/html/index.html; exec nginx -g "daemon off;"']
                readinessProbe: {httpGet: {port: 80}, periodSeconds: 1}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: cache}
      spec:
        replicas: 1
        selector: {matchLabels: {app: ${app}, tier: cache}}
        template:
          metadata: {labels: {app: ${app}, tier: cache}}
          spec:
            terminationGracePeriodSeconds: 1
            containers:
              - name: cache
                image: nginx
                command: [bash, -c, 'echo "a cache" >/usr/share/nginx/html/index.html; exec nginx -g "daemon off;"']
                readinessProbe: {httpGet: {port: 80}, periodSeconds: 1}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: portal}
      spec:
        replicas: 1
        selector: {matchLabels: {app: portal, tier: web}}
        template:
          metadata: {labels: {app: portal, tier: web}}
          spec:
            terminationGracePeriodSeconds: 1
            containers:
              - name: portal
                image: nginx
                command: [bash, -c, 'echo "a portal" >/usr/share/nginx/html/index.html; exec nginx -g "daemon off;"']
                readinessProbe: {httpGet: {port: 80}, periodSeconds: 1}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: ${app}}
      spec:
        selector: {app: ${app}-${stale}}
        ports: [{port: 80}]
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: client}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: client, image: busybox, command: [sleep, infinity]}]
      """
    Then within 60s deployment "${app}" has 2 ready pods
    And within 60s deployment "cache" has 1 ready pod
    And within 60s deployment "portal" has 1 ready pod
    And within 60s pod "client" is Running
    Given deployment "${app}" is remembered as "the app"
    And deployment "cache" is remembered as "the cache"
    And deployment "portal" is remembered as "the portal"
    Then within 20s pod "client" resolves "${app}" to service "${app}"
    And within 10s pod "client" gets no answer from "http://${app}"
