@007-7
Feature: Negative tests of releases

  Background:
    Given a cluster with 2 workers
    And the cluster has helm
    And I run "helm install site oci://registry:5000/charts/web --plain-http --version 1.1.0 --set greeting=Old --wait --timeout 60s"

  Scenario: Without an upgrade, the image stays
    Then within 10s deployment "site" has 1 ready pod
    # fails here
    And within 5s {.spec.template.spec.containers[0].image} of deployment "site" is "nginx:1.22"

  Scenario: Without a rollback, the history has one line
    Then within 10s "helm history site --max 1" prints "Install complete"
    # fails here
    And within 5s "helm history site --max 1" prints "Rollback to 1"

  Scenario: A release that is not uninstalled keeps its objects
    Then within 10s there is 1 secret with label "owner=helm,name=site"
    # fails here
    And within 5s service "site" is gone
