# language: ko
기능: 컨트롤 플레인이 제 일을 못 할 때
  컨트롤 플레인의 구성 요소는 스태틱 파드이다. kubelet이 띄우지만, 한번 뜨고 나면
  kubelet 없이도 일한다. 런타임이 컨테이너까지 데리고 멈추면 API 서버도 멈춘다.
  그래도 다른 노드의 파드는 계속 응답한다.

  배경:
    먼저 워커 2대로 된 클러스터가 있다

  @004-5 @disruptive
  시나리오: 지운 스케줄러 파드는 스스로 돌아오고, 컨테이너는 그대로이다
    먼저 파드 "kube-system/kube-scheduler-control-plane-1"을 "지우기 전"이라고 부른다
    만일 "kubectl delete pod -n kube-system kube-scheduler-control-plane-1 --wait=false"를 실행하면
    그러면 30초 안에 "지우기 전"이라고 부른 파드는 모두 사라진다
    그리고 30초 안에 파드 "kube-system/kube-scheduler-control-plane-1"이 Running 상태가 된다
    그리고 2초 동안 파드 "kube-system/kube-scheduler-control-plane-1"의 컨테이너는 "지우기 전"이라고 부른 파드의 컨테이너와 같다

  @004-6 @disruptive
  시나리오: kubelet이 멈추면 지운 스케줄러 파드는 Terminating에 머물지만, 배포도 응답도 그대로이다
    먼저 control-plane-1의 kubelet을 멈춘다
    그리고 파드 "kube-system/kube-scheduler-control-plane-1"을 "지우기 전"이라고 부른다
    만일 "kubectl delete pod -n kube-system kube-scheduler-control-plane-1 --wait=false"를 실행하면
    그러면 20초 안에 "지우기 전"이라고 부른 파드는 모두 Terminating 상태가 된다
    만일 "kubectl create deployment web --image=nginx"를 실행하고
    그리고 "kubectl scale deployment web --replicas=3"을 실행하면
    그러면 30초 안에 디플로이먼트 "web"의 준비된 파드가 3개가 된다
    그리고 20초 안에 디플로이먼트 "web"의 파드는 모두 HTTP 요청에 응답한다
    그리고 2초 동안 "지우기 전"이라고 부른 파드는 모두 Terminating 상태이다
    만일 control-plane-1의 kubelet을 다시 시작하면
    그러면 60초 안에 파드 "kube-system/kube-scheduler-control-plane-1"이 Running 상태가 된다

  @004-7 @disruptive
  시나리오: 런타임이 컨테이너와 함께 멈추면 kubectl은 답을 못 받고, 다른 노드의 파드는 응답한다
    먼저 파드 "here"가 이미지 "nginx"로 control-plane-1에서 실행되고 있다
    그리고 파드 "there"가 이미지 "nginx"로 worker-1에서 실행되고 있다
    만일 control-plane-1의 컨테이너 런타임을 컨테이너와 함께 멈추면
    그러면 10초 안에 kubectl이 응답을 받지 못한다
    그리고 3초 동안 파드 "here"가 HTTP 요청에 응답하지 않는다
    그리고 3초 동안 파드 "there"가 HTTP 요청에 응답한다
    만일 control-plane-1의 컨테이너 런타임을 다시 시작하면
    그러면 90초 안에 kubectl이 응답을 받는다
    그리고 90초 안에 파드 "here"가 HTTP 요청에 응답한다
