Feature: Pods that answer everyone
  Only one policy is there. The label that is let in is on a pod of each namespace, and each namespace has a pod without
  it, so a selector that is too wide lets one of them in as well. One pod has no label at all. Pods that must not answer
  name their node: a node can always ask its own pods, so checks see that they still listen.

  Scenario: All pods but those of the store answer everyone
    Given I run:
      """
      kubectl create namespace ${partner}
      kubectl create namespace lobby
      """
    And I apply:
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
            containers:
              - name: web
                image: nginx
                ports: [{name: web, containerPort: ${port}}, {name: admin, containerPort: ${admin}}]
                readinessProbe: {httpGet: {port: web}, periodSeconds: 1}
                command:
                  - bash
                  - -c
                  - |
                    cat >/etc/nginx/conf.d/default.conf <<END
                    server {
                      listen ${port};
                      location / { return 200 "${app} says hello\n"; }
                    }
                    server {
                      listen ${admin};
                      location / { return 200 "the settings of ${app}\n"; }
                    }
                    END
                    exec nginx -g "daemon off;"
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: ${app}}
      spec:
        selector: {app: ${app}}
        ports: [{name: web, port: 80, targetPort: ${port}}, {name: admin, port: ${admin}}]
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: ${store}}
      spec:
        replicas: 1
        selector: {matchLabels: {app: ${store}}}
        template:
          metadata: {labels: {app: ${store}}}
          spec:
            terminationGracePeriodSeconds: 1
            containers:
              - name: web
                image: nginx
                command: [bash, -c, 'echo "${store} has it" >/usr/share/nginx/html/index.html; exec nginx -g "daemon off;"']
                readinessProbe: {httpGet: {port: 80}, periodSeconds: 1}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: ${store}}
      spec:
        selector: {app: ${store}}
        ports: [{port: 80}]
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: ${store}}
      spec:
        podSelector: {matchLabels: {app: ${store}}}
        ingress:
          - from: [{podSelector: {matchLabels: {app: ${job}}}}]
            ports: [{port: 80}]
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: ${job}, labels: {app: ${job}}}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: web, image: nginx}]
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: insider, labels: {role: ${role}}}
      spec:
        nodeSelector: {kubernetes.io/hostname: worker-1}
        terminationGracePeriodSeconds: 1
        containers: [{name: web, image: nginx}]
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: scratch}
      spec:
        nodeSelector: {kubernetes.io/hostname: worker-2}
        terminationGracePeriodSeconds: 1
        containers: [{name: web, image: nginx}]
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: client, namespace: ${partner}, labels: {role: ${role}}}
      spec:
        terminationGracePeriodSeconds: 1
        containers: [{name: web, image: nginx}]
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: guest, namespace: ${partner}, labels: {role: guest}}
      spec:
        nodeSelector: {kubernetes.io/hostname: worker-2}
        terminationGracePeriodSeconds: 1
        containers: [{name: web, image: nginx}]
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: client, namespace: lobby, labels: {role: ${role}}}
      spec:
        nodeSelector: {kubernetes.io/hostname: worker-1}
        terminationGracePeriodSeconds: 1
        containers: [{name: web, image: nginx}]
      """
    And networkpolicy "${store}" is remembered as "the policy of the store"
    And deployment "${app}" is remembered as "the app"
    And service "${app}" is remembered as "the service"
    And pod "insider" is remembered as "the insider"
    And pod "${partner}/client" is remembered as "the client"
    And pod "${partner}/guest" is remembered as "the guest"
    Then within 60s deployment "${app}" has 2 ready pods
    And within 60s deployment "${store}" has 1 ready pod
    And within 60s all of these hold:
      """
      pod "${job}" is Running
      pod "insider" is Running
      pod "scratch" is Running
      pod "${partner}/client" is Running
      pod "${partner}/guest" is Running
      pod "lobby/client" is Running
      """
    And within 20s all of these hold:
      """
      pod "${partner}/guest" gets "${app} says hello" from "http://${app}.${team}"
      pod "${partner}/guest" gets an answer from pod "insider"
      pod "${partner}/guest" gets an answer from pod "scratch"
      pod "${partner}/guest" can connect to "${app}.${team}:${admin}"
      pod "${job}" gets "${store} has it" from "http://${store}"
      pod "${job}" gets an answer from pod "${partner}/guest"
      pod "${job}" gets an answer from pod "lobby/client"
      pod "scratch" gets an answer from pod "${partner}/guest"
      """
    And within 20s pod "insider" gets no answer from service "${store}"
