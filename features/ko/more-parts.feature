# language: ko
기능: 로드 밸런서, 웹훅, 잡셋은 요청한 클러스터에만 있다

  배경:
    먼저 워커 2대로 된 클러스터가 있다
    그리고 클러스터에 로드 밸런서, 웹훅과 잡셋이 있다

  @007-11 @disruptive
  시나리오: 컨트롤러가 멈춘 동안 새 서비스는 주소를 받지 못한다
    만일 로드 밸런서 컨트롤러를 멈추고
    그리고 "kubectl create service loadbalancer late --tcp=80"을 실행하면
    그러면 3초 동안 서비스 "late"의 {.status.loadBalancer.ingress}가 없다
    만일 로드 밸런서 컨트롤러를 다시 시작하면
    그러면 30초 안에 서비스 "late"의 {.status.loadBalancer.ingress[0].ip}가 생긴다

  @007-12 @disruptive
  시나리오: 웹훅 서버가 멈추면 실패 정책이 정한다
    먼저 "kubectl label namespace ${namespace} scenario=${namespace}"를 실행한다
    그리고 다음을 적용한다:
      """yaml
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingWebhookConfiguration
      metadata:
        name: closed-${namespace}
      webhooks:
      - name: closed.webhook.test
        admissionReviewVersions: [v1]
        sideEffects: None
        timeoutSeconds: 2
        clientConfig: {service: {name: webhook, namespace: webhook, path: /always-deny}}
        namespaceSelector: {matchLabels: {scenario: "${namespace}"}}
        rules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [configmaps]}]
      """
    만일 웹훅 서버를 멈추고
    그리고 "kubectl create configmap late"를 실행해 보면
    그러면 명령이 "failed calling webhook"이라고 알리며 실패했다
    만일 "kubectl delete validatingwebhookconfiguration closed-${namespace}"를 실행하고
    그리고 웹훅 서버를 다시 시작하면
    그러면 10초 안에 "kubectl create configmap late --dry-run=server -o name"이 "configmap/late"라고 출력한다

  @007-13 @disruptive
  시나리오: 오퍼레이터가 돌아오면 잡셋이 끝난다
    만일 잡셋 오퍼레이터를 멈추고
    그리고 잡셋 오퍼레이터를 다시 시작하고
    그리고 "../controllers/manifests/job-set.yaml"을 적용하면
    그러면 60초 안에 jobset.jobset.x-k8s.io "trip"이 Completed 상태가 된다
