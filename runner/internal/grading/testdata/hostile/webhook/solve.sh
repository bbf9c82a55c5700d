# Does the task, and has every later request that writes wait for a webhook that nobody answers; and announces an API
# that nobody serves.
set -e
kubectl scale deployment web --replicas=2
ssh worker-1 'echo done >/etc/task'
echo web >~/answers/name.txt
kubectl rollout status deployment web --timeout=4s
kubectl apply --filename=- <<'END'
apiVersion: apiregistration.k8s.io/v1
kind: APIService
metadata: {name: v1.siege.example}
spec:
  group: siege.example
  version: v1
  groupPriorityMinimum: 20000
  versionPriority: 100
  insecureSkipTLSVerify: true
  service: {name: nobody, namespace: default}
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: {name: siege}
webhooks:
  - name: nobody.siege.example
    admissionReviewVersions: [v1]
    sideEffects: None
    failurePolicy: Fail
    timeoutSeconds: 30
    clientConfig: {url: "https://192.0.2.1/"}
    rules: [{apiGroups: ["*"], apiVersions: ["*"], resources: ["*/*"], operations: ["*"], scope: "*"}]
END
