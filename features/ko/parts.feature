# language: ko
기능: 요청한 부품이 있는 클러스터
  네트워크 정책, 메트릭과 스토리지는 시나리오가 요청할 때만 클러스터에 있고, 시나리오가
  시작되기 전에 준비된다.

  배경:
    먼저 워커 2대로 된 클러스터가 있다
    그리고 클러스터에 네트워크 정책과 스토리지가 있다
    그리고 파드 "web"이 이미지 "nginx"로 worker-1에서 실행되고 있다
    그리고 파드 "client"가 이미지 "nginx"로 worker-2에서 실행되고 있다

  @007-3 @disruptive
  시나리오: 얼어 있는 컨트롤러는 새 정책을 적용하지 않는다
    먼저 worker-1의 네트워크 정책 컨트롤러를 얼린다
    만일 다음을 적용하면:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: default-deny
      spec:
        podSelector:
          matchLabels: {guarded: "yes"}
      """
    그리고 "kubectl label pod web guarded=yes"를 실행하면
    그러면 5초 동안 파드 "client"가 파드 "web"에서 "Welcome to nginx"를 받는다
    만일 worker-1의 네트워크 정책 컨트롤러를 다시 녹이면
    그러면 30초 안에 파드 "client"가 파드 "web"에서 응답을 받지 못한다

  @007-5 @disruptive
  시나리오: 프로비저너가 없으면 클레임이 기다린다
    먼저 볼륨 프로비저너를 멈춘다
    만일 "../storage/manifests/claim.yaml"을 적용하면
    그리고 "../storage/manifests/retained.yaml"을 적용하면
    그리고 "../storage/manifests/users.yaml"을 적용하면
    그러면 5초 동안 파드 "user"가 Pending 상태이다
    만일 볼륨 프로비저너를 다시 시작하면
    그러면 60초 안에 파드 "user"가 Running 상태가 된다
