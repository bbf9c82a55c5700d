Feature: A worker that reports nothing
  The kubelet cannot read its configuration, looks for the cluster's CA or the API server where they are not, would not
  start at boot either, and the node was cordoned by somebody who looked at it before.

  @disruptive
  Scenario: The kubelet of a worker is misconfigured, and the worker cordoned
    Given I run "systemctl disable kubelet" on ${node}
    And I run "kubectl cordon ${node}"
    And I run on ${node}:
      """
      case ${cause} in
        authority) sed --in-place "s,/pki/ca\.crt,/pki/ca-cert.crt," /var/lib/kubelet/config.yaml ;;
        line) echo "maxPods 110" >>/var/lib/kubelet/config.yaml ;;
        port) sed --in-place "s,:6443$,:6334," /etc/kubernetes/kubelet.conf ;;
      esac
      systemctl restart kubelet
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
            nodeSelector: {kubernetes.io/hostname: ${node}}
            containers: [{name: web, image: nginx}]
      """
    Given deployment "${app}" is remembered as "what waited"
    Then within the node grace period and 20s node ${node} is Unknown
    And within 20s the pods of deployment "${app}" are Pending
