@007-12
Feature: Negative tests of admission webhooks

  Background:
    Given a cluster with 2 workers
    And the cluster has webhooks

  Scenario: Without a configuration, the server is not asked
    # fails here
    Then within 15s applying this is refused with "denied the request":
      """yaml
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: taken}
      """

  Scenario: Without a mutating webhook, an object is stored as it was sent
    When I run "kubectl create configmap same --from-literal=mutation-start=yes"
    # fails here
    Then within 3s configmap "same" matches:
      """yaml
      data: {mutation-stage-1: "yes"}
      """

  @disruptive
  Scenario: Once the server is back, what it allows is accepted
    Given I run "kubectl label namespace ${namespace} scenario=${namespace}"
    And I run "kubectl get secret webhook-tls --namespace=webhook -o jsonpath='{.data.ca\.crt}'"
    And the output is called "ca"
    And I apply:
      """yaml
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingWebhookConfiguration
      metadata:
        name: open-${namespace}
      webhooks:
      - name: open.webhook.test
        admissionReviewVersions: [v1]
        sideEffects: None
        timeoutSeconds: 8
        clientConfig: {caBundle: "${ca}", service: {name: webhook, namespace: webhook, path: /always-allow-delay-5s}}
        namespaceSelector: {matchLabels: {scenario: "${namespace}"}}
        rules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [configmaps]}]
      """
    When the webhook server is stopped
    And the webhook server is started again
    And I try "kubectl create configmap late"
    # fails here
    Then the command failed with "failed calling webhook"
