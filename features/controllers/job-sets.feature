@007-13
Feature: An operator makes of a custom resource what it stands for
  JobSet is a project of Kubernetes' own: a JobSet has Jobs, and is Completed when
  they are.

  Background:
    Given a cluster with 2 workers
    And the cluster has job sets

  Scenario: A JobSet has the Jobs that it describes, and is Completed after them
    Then within 10s customresourcedefinition "jobsets.jobset.x-k8s.io" is Established
    When I apply "manifests/job-set.yaml"
    Then within 30s there are exactly 3 jobs with label "jobset.sigs.k8s.io/jobset-name=trip"
    And within 10s {.metadata.ownerReferences[0].kind} of job "trip-drivers-0" is "JobSet"
    And within 60s jobset.jobset.x-k8s.io "trip" is Completed
    When I run "kubectl delete jobset trip"
    Then within 30s there are no jobs

  Scenario: The operator refuses a JobSet that it cannot run, and a change of what may not change
    Then within 10s applying this is refused with "JobSet name is too long":
      """yaml
      apiVersion: jobset.x-k8s.io/v1alpha2
      kind: JobSet
      metadata: {name: a-name-that-is-too-long-for-the-pods-of-its-jobs-which-have-more-to-say}
      spec:
        replicatedJobs:
        - name: drivers
          template: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: say, image: busybox}]}}}}
      """
    When I apply "manifests/job-set.yaml"
    And I try "kubectl patch jobset trip --type=json --patch '[{op: replace, path: /spec/replicatedJobs/0/replicas, value: 5}]'"
    Then the command failed with "field is immutable"

  Scenario: A Job that fails for good fails the JobSet
    When I apply:
      """yaml
      apiVersion: jobset.x-k8s.io/v1alpha2
      kind: JobSet
      metadata: {name: doomed}
      spec:
        replicatedJobs:
        - name: drivers
          template:
            spec:
              backoffLimit: 0
              template: {spec: {restartPolicy: Never, containers: [{name: fail, image: busybox, command: ["false"]}]}}
      """
    Then within 60s jobset.jobset.x-k8s.io "doomed" is Failed

  @disruptive
  Scenario: Without its operator, a JobSet is refused, since its webhooks do not answer
    When the JobSet operator is stopped
    And I try "kubectl create -f - <<<'{apiVersion: jobset.x-k8s.io/v1alpha2, kind: JobSet, metadata: {name: late}, spec: {replicatedJobs: []}}'"
    Then the command failed with "failed calling webhook"
    When the JobSet operator is started again
    And I apply "manifests/job-set.yaml"
    Then within 60s jobset.jobset.x-k8s.io "trip" is Completed
