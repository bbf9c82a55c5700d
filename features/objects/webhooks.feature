@007-12
Feature: An admission webhook decides what the API server takes
  The server is the one of Kubernetes' own end-to-end tests. /always-deny refuses
  everything, /mutating-configmaps adds a key, /add-label adds a label.

  Background:
    Given a cluster with 2 workers
    And the cluster has webhooks
    And I run "kubectl label namespace ${namespace} scenario=${namespace}"
    And I run "kubectl get secret webhook-tls --namespace=webhook -o jsonpath='{.data.ca\.crt}'"
    And the output is called "ca"

  Scenario: A validating webhook refuses what its rules name, in the namespaces that it selects
    When I apply:
      """yaml
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingWebhookConfiguration
      metadata:
        name: deny-${namespace}
      webhooks:
      - name: deny.webhook.test
        admissionReviewVersions: [v1]
        sideEffects: None
        clientConfig: {caBundle: "${ca}", service: {name: webhook, namespace: webhook, path: /always-deny}}
        namespaceSelector: {matchLabels: {scenario: "${namespace}"}}
        rules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [configmaps]}]
      """
    Then within 20s applying this is refused with "admission webhook "deny.webhook.test" denied the request":
      """yaml
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: refused}
      """
    And within 5s applying this is accepted:
      """yaml
      apiVersion: v1
      kind: Secret
      metadata: {name: taken}
      """
    When I run "kubectl create namespace other-${namespace}"
    Then within 5s applying this is accepted:
      """yaml
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: taken, namespace: "other-${namespace}"}
      """
    When I run "kubectl delete validatingwebhookconfiguration deny-${namespace}"
    Then within 20s applying this is accepted:
      """yaml
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: refused}
      """

  Scenario: A mutating webhook changes an object before it is stored
    When I apply:
      """yaml
      apiVersion: admissionregistration.k8s.io/v1
      kind: MutatingWebhookConfiguration
      metadata:
        name: change-${namespace}
      webhooks:
      - name: change.webhook.test
        admissionReviewVersions: [v1]
        sideEffects: None
        clientConfig: {caBundle: "${ca}", service: {name: webhook, namespace: webhook, path: /mutating-configmaps}}
        namespaceSelector: {matchLabels: {scenario: "${namespace}"}}
        rules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [configmaps]}]
      """
    Then within 20s "kubectl create configmap probe --from-literal=mutation-start=yes --dry-run=server -o jsonpath={.data.mutation-stage-1}" prints "yes"
    When I run "kubectl create configmap changed --from-literal=mutation-start=yes"
    Then within 5s configmap "changed" matches:
      """yaml
      data: {mutation-start: "yes", mutation-stage-1: "yes"}
      """
    When I run "kubectl delete mutatingwebhookconfiguration change-${namespace}"

  Scenario: A CA that did not sign the server's certificate fails the webhook, which fails closed
    When I apply:
      """yaml
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingWebhookConfiguration
      metadata:
        name: untrusted-${namespace}
      webhooks:
      - name: untrusted.webhook.test
        admissionReviewVersions: [v1]
        sideEffects: None
        clientConfig: {service: {name: webhook, namespace: webhook, path: /always-deny}}
        namespaceSelector: {matchLabels: {scenario: "${namespace}"}}
        rules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [configmaps]}]
      """
    Then within 20s applying this is refused with "failed calling webhook":
      """yaml
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: refused}
      """
    When I run "kubectl delete validatingwebhookconfiguration untrusted-${namespace}"

  @disruptive
  Scenario: While the server is stopped, the failure policy decides
    Given I apply:
      """yaml
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingWebhookConfiguration
      metadata:
        name: closed-${namespace}
      webhooks:
      - name: closed.webhook.test
        admissionReviewVersions: [v1]
        sideEffects: None
        failurePolicy: Fail
        timeoutSeconds: 2
        clientConfig: {caBundle: "${ca}", service: {name: webhook, namespace: webhook, path: /pods}}
        namespaceSelector: {matchLabels: {scenario: "${namespace}"}}
        rules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [configmaps]}]
      """
    When the webhook server is stopped
    Then within 20s applying this is refused with "failed calling webhook":
      """yaml
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: late}
      """
    When I run "kubectl patch validatingwebhookconfiguration closed-${namespace} --type=json --patch '[{op: replace, path: /webhooks/0/failurePolicy, value: Ignore}]'"
    Then within 20s applying this is accepted:
      """yaml
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: late}
      """
    When I run "kubectl delete validatingwebhookconfiguration closed-${namespace}"
    And the webhook server is started again
