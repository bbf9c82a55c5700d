# language: ko
기능: 인그레스와 게이트웨이가 요청을 서비스로 보낸다
  컨트롤러 하나가 인그레스와 게이트웨이를 모두 처리한다.

  배경:
    먼저 워커 2대로 된 클러스터가 있다
    그리고 클러스터에 인그레스와 게이트웨이가 있다
    그리고 "../networking/manifests/colours.yaml"을 적용한다
    그리고 "kubectl wait --for=condition=Ready pod/red pod/blue --timeout=60s"를 실행한다

  @007-8 @disruptive
  시나리오: 컨트롤러가 멈춘 동안에는 아무 요청도 전달되지 않는다
    먼저 "kubectl create ingress way --class=traefik --rule=${namespace}.test/*=red:80"을 실행한다
    그러면 20초 안에 "curl -sS -m 2 --connect-to ::control-plane-1:80 http://${namespace}.test"가 "I am red /"이라고 출력한다
    만일 인그레스 컨트롤러를 멈추면
    그러면 10초 안에 "curl -sS -m 2 --connect-to ::control-plane-1:80 http://${namespace}.test"가 "curl: ("이라고 알리며 실패한다
    만일 인그레스 컨트롤러를 다시 시작하면
    그러면 20초 안에 "curl -sS -m 2 --connect-to ::control-plane-1:80 http://${namespace}.test"가 "I am red /"이라고 출력한다

  @007-9
  시나리오: 게이트웨이의 경로 규칙이 서비스를 고른다
    만일 다음을 적용하면:
      """yaml
      apiVersion: gateway.networking.k8s.io/v1
      kind: Gateway
      metadata:
        name: door
      spec:
        gatewayClassName: traefik
        listeners:
        - {name: http, port: 80, protocol: HTTP}
      ---
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata:
        name: way
      spec:
        parentRefs: [{name: door}]
        hostnames: ["${namespace}.test"]
        rules:
        - matches: [{path: {type: PathPrefix, value: /sea}}]
          backendRefs: [{name: blue, port: 80}]
        - backendRefs: [{name: red, port: 80}]
      """
    그러면 20초 안에 "curl -sS -m 2 --connect-to ::control-plane-1:80 http://${namespace}.test/sea"가 "I am blue /sea"이라고 출력한다
    그리고 10초 안에 "curl -sS -m 2 --connect-to ::control-plane-1:80 http://${namespace}.test/land"가 "I am red /land"이라고 출력한다
