@007-5
Feature: Negative tests of volumes that are provisioned

  Background:
    Given a cluster with 2 workers
    And the cluster has storage

  Scenario: A claim without a pod gets no volume
    When I apply "../../../storage/manifests/claim.yaml"
    Then within 10s an event about persistentvolumeclaim "data" says "WaitForFirstConsumer"
    # fails here
    And within 5s persistentvolumeclaim "data" is Bound

  Scenario: Claims are served while the provisioner runs
    When I apply "../../../storage/manifests/claim.yaml"
    And I apply "../../../storage/manifests/retained.yaml"
    And I apply "../../../storage/manifests/users.yaml"
    Then within 60s pod "user" is Running
    And within 10s pod "retained-user" is Running
    # fails here
    And for 3s persistentvolumeclaim "data" is Pending

  Scenario: A volume of the class that deletes is gone with its claim
    When I apply "../../../storage/manifests/claim.yaml"
    And I apply "../../../storage/manifests/retained.yaml"
    And I apply "../../../storage/manifests/users.yaml"
    Then within 60s pod "user" is Running
    When I run "kubectl get persistentvolumeclaim data -o jsonpath={.spec.volumeName}"
    And the output is called "volume"
    And I run "kubectl delete pod user retained-user --now && kubectl delete persistentvolumeclaim data retained"
    Then within 60s persistentvolume "${volume}" is gone
    # fails here
    And within 5s persistentvolume "${volume}" is Released
