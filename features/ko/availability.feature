# language: ko
기능: 무슨 일이 일어나는 동안에도 서비스가 응답하는가
  디플로이먼트가 파드를 모두 바꾸는 동안 클라이언트는 계속 요청을 보낸다. readiness probe와
  preStop 훅이 있고 maxUnavailable이 0이면 실패하는 요청이 없다.

  배경:
    먼저 워커 2대로 된 클러스터가 있다
    그리고 파드 "client"가 이미지 "nginx"로 worker-1에서 실행되고 있다
    그리고 "../availability/manifests/web.yaml"을 적용한다
    그리고 파드 "client"가 서비스 "web"에 요청을 계속 보낸다

  @006-1
  시나리오: 모든 파드를 바꾸는 동안 실패하는 요청이 없다
    만일 "kubectl rollout restart deployment web && kubectl rollout status deployment web --timeout=90s"를 실행하면
    그러면 서비스 "web"에 보낸 요청이 그 뒤로 하나도 실패하지 않았다
    그리고 서비스 "web"에 보낸 요청 가운데 많아야 0%가 실패했다
    그리고 서비스 "web"은 그 뒤로 1초 넘게 응답 없이 지난 적이 없다
    그리고 서비스 "web"의 응답은 모두 디플로이먼트 "web"의 파드에서 왔다
    그리고 5초 동안 요청이 하나도 실패하지 않는다

  @006-4 @disruptive
  시나리오: API 서버가 없는 동안 kubectl은 응답을 받지 못하고 워크로드는 응답한다
    먼저 API 서버에 요청을 계속 보낸다
    만일 API 서버를 내려 두면
    그러면 10초 안에 API 서버에 보낸 요청이 모두 응답을 받지 못한다
    만일 API 서버를 다시 올리면
    그러면 60초 안에 API 서버에 보낸 요청이 응답을 받는다
    그리고 API 서버는 1초 이상 응답 없이 지난 적이 있다
    그리고 서비스 "web"에 보낸 요청이 하나도 실패하지 않았다
