Feature: Back to how it was
  A snapshot of etcd was saved while a deployment and its settings were there. Then they were deleted, and something else
  was written. The text says nothing of what changed in another namespace: only who restores the snapshot has that, too.

  Scenario: A deployment is deleted after the last snapshot
    Given I apply:
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: ${app}-settings}
      data: {greeting: "hello from ${app}"}
      ---
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
            containers: [{name: web, image: nginx}]
      """
    Then within 60s deployment "${app}" has 2 ready pods
    Given deployment "${app}" is remembered as "the app"
    And I run "kubectl get deployment ${app} --output=jsonpath={.metadata.uid}"
    And the output is called "uid"
    And I run:
      """
      kubectl create configmap prices --namespace=default --from-literal=version=first
      kubectl create configmap receipts --namespace=default --from-literal=number=1
      """
    And configmap "default/receipts" is remembered as "the receipts"
    And I run on control-plane-1:
      """
      mkdir -p /var/backups/etcd
      cd /etc/kubernetes/pki/etcd
      etcdctl --cacert=ca.crt --cert=server.crt --key=server.key snapshot save /var/backups/etcd/${backup}.db
      """
    And the pods of deployment "${app}" are called "old"
    And I run "sha256sum /var/backups/etcd/${backup}.db | head --bytes=64" on control-plane-1
    And the output is called "saved"
    And I run "kubectl delete deployment/${app} configmap/${app}-settings"
    And I run:
      """
      kubectl create configmap ${later} --from-literal=written=later
      kubectl patch configmap prices --namespace=default --patch '{"data":{"version":"second"}}'
      kubectl delete configmap receipts --namespace=default
      """
    Then within 20s the pods "old" are gone
    And within 10s the snapshot "/var/backups/etcd/${backup}.db" on control-plane-1 holds deployment "${app}" with {.metadata.uid} "${uid}"
    And within 10s the snapshot "/var/backups/etcd/${backup}.db" on control-plane-1 holds no configmap "${later}"
