@007-7
Feature: Helm installs charts as releases, and takes them back
  The cluster's registry has the charts web, in two versions, and shop, which
  contains web and begins with a hook. Each release is checked by what the cluster
  then has.

  Background:
    Given a cluster with 2 workers
    And the cluster has helm
    And pod "client" with image "nginx" runs on worker-2

  Scenario: A release has the chart's values, but for those that are given
    When I run "helm install site oci://registry:5000/charts/web --plain-http --version 1.0.0 --set replicas=2,greeting=Welcome --wait --timeout 60s"
    Then within 10s deployment "site" has 2 ready pods
    And within 10s {.spec.template.spec.containers[0].image} of deployment "site" is "nginx:1.22"
    And within 10s pod "client" gets "Welcome" from service "site"
    And within 10s "helm list --deployed --filter '^site$'" prints "web-1.0.0"
    And within 10s "helm get values site" prints "replicas: 2"
    And within 5s there is 1 secret with label "owner=helm,name=site,status=deployed,version=1"

  Scenario: An upgrade replaces the pods, and a rollback brings the old ones back
    Given I run "helm install site oci://registry:5000/charts/web --plain-http --version 1.0.0 --set greeting=Old --wait --timeout 60s"
    Then within 20s pod "client" gets "Old" from service "site"
    When I run "helm upgrade site oci://registry:5000/charts/web --plain-http --version 1.1.0 --set greeting=New --wait --timeout 60s"
    Then within 10s {.spec.template.spec.containers[0].image} of deployment "site" is "nginx:1.26"
    And within 20s pod "client" gets "New" from service "site"
    When I run "helm rollback site 1 --wait --timeout 60s"
    Then within 10s {.spec.template.spec.containers[0].image} of deployment "site" is "nginx:1.22"
    And within 20s pod "client" gets "Old" from service "site"
    And within 10s "helm history site --max 1" prints "Rollback to 1"
    And within 5s there is 1 secret with label "owner=helm,name=site,status=deployed,version=3"

  Scenario: What a chart cannot do is refused, and the release stays as it was
    Given I run "helm install site oci://registry:5000/charts/web --plain-http --set greeting=Old --wait --timeout 60s"
    When I try "helm upgrade site oci://registry:5000/charts/web --plain-http --set replicas=many"
    Then the command failed with "got string, want integer"
    And within 10s {.spec.replicas} of deployment "site" is "1"
    When I try "helm install site oci://registry:5000/charts/web --plain-http"
    Then the command failed with "cannot reuse a name that is still in use"
    When I try "helm install other oci://registry:5000/charts/web --plain-http --version 9.9.9"
    Then the command failed with "9.9.9"
    And within 10s "helm list --short" prints "site"
    And within 10s "helm list --short" does not print "other"

  Scenario: A chart brings the chart that it depends on, and its hook runs first
    When I run "helm install shop oci://registry:5000/charts/shop --plain-http --set stock=7 --wait --timeout 90s"
    Then within 10s job "shop-prepare" is Complete
    And within 10s {.data.stock} of configmap "shop-stock" is "7"
    And within 20s pod "client" gets "The shop is open" from service "shop"
    When I try "helm upgrade shop oci://registry:5000/charts/shop --plain-http --set stock=-1 --timeout 60s"
    Then the command failed with "pre-upgrade hooks failed"
    And within 10s {.data.stock} of configmap "shop-stock" is "7"
    And within 10s "helm history shop --max 1" prints "failed"

  Scenario: Uninstalling deletes everything of the release
    Given I run "helm install site oci://registry:5000/charts/web --plain-http --wait --timeout 60s"
    Then within 10s deployment "site" has 1 ready pod
    And within 5s there is 1 secret with label "owner=helm,name=site"
    When I run "helm uninstall site --wait --timeout 60s"
    Then within 10s deployment "site" is gone
    And within 10s service "site" is gone
    And within 10s configmap "site" is gone
    And within 5s there are no secrets with label "owner=helm,name=site"

  Scenario: A chart of one's own is rendered without a cluster, pushed and installed
    Given I run:
      """
      helm create mine
      helm lint mine
      helm package mine --version 2.3.4
      helm push mine-2.3.4.tgz oci://registry:5000/charts-${namespace} --plain-http
      """
    When I run "helm template mine --set fullnameOverride=shown"
    Then the command printed "name: shown"
    When I run "helm install mine oci://registry:5000/charts-${namespace}/mine --plain-http --set fullnameOverride=mine,image.repository=nginx,image.tag=1.26 --wait --timeout 60s"
    Then within 10s deployment "mine" has 1 ready pod
    And within 10s {.metadata.labels.helm\.sh/chart} of deployment "mine" is "mine-2.3.4"
