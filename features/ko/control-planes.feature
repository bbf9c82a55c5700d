# language: ko
@004-8
기능: 컨트롤 플레인 노드 여럿 가운데 몇 대가 고장 날 때
  컨트롤 플레인 노드가 한 대뿐이면 그 노드가 단일 장애점이다. 세 대라면 한 대를 잃어도
  etcd 구성원의 과반수가 남고, kubectl은 다른 API 서버에 닿는다. 두 대를 잃으면 kubectl은
  답을 받지 못한다. 어느 쪽이든 다른 노드의 파드는 계속 응답한다.

  배경:
    먼저 컨트롤 플레인 노드 3대와 워커 2대로 된 클러스터가 있다
    그리고 파드 "there"가 이미지 "nginx"로 worker-1에서 실행되고 있다

  @disruptive
  시나리오: 세 대 중 한 대의 런타임이 컨테이너와 함께 멈춰도 배포와 응답은 그대로이다
    만일 control-plane-1의 컨테이너 런타임을 컨테이너와 함께 멈추면
    그러면 10초 안에 kubectl이 응답을 받는다
    그리고 20초 안에 파드 "there"가 HTTP 요청에 응답한다
    만일 "kubectl create deployment web --image=nginx"를 실행하면
    그러면 60초 안에 디플로이먼트 "web"의 준비된 파드가 1개가 된다
    만일 control-plane-1의 컨테이너 런타임을 다시 시작하면
    그러면 180초 안에 노드 control-plane-1이 Ready 상태가 된다

  @disruptive
  시나리오: 세 대 중 두 대를 잃으면 kubectl은 답을 못 받고, 파드는 응답한다
    만일 control-plane-1의 컨테이너 런타임을 컨테이너와 함께 멈추고
    그리고 control-plane-2의 컨테이너 런타임을 컨테이너와 함께 멈추면
    그러면 20초 안에 kubectl이 응답을 받지 못한다
    그리고 3초 동안 파드 "there"가 HTTP 요청에 응답한다
    만일 control-plane-1의 컨테이너 런타임을 다시 시작하고
    그리고 control-plane-2의 컨테이너 런타임을 다시 시작하면
    그러면 180초 안에 kubectl이 응답을 받는다
    그리고 180초 안에 노드 control-plane-1이 Ready 상태가 된다
    그리고 180초 안에 노드 control-plane-2가 Ready 상태가 된다
