# language: ko
기능: 워커 노드가 제 일을 못 할 때
  스케줄러는 살아 있다고 알려진 노드에 파드를 준다. kubelet이 멈춘 사실은 노드 유예
  시간이 지나야 드러나므로, 그 전에 받은 파드는 kubelet이 돌아올 때까지 Pending으로
  남는다. 컨테이너 런타임이 멈추면 kubelet이 30초쯤 뒤에 스스로 알리고, 스케줄러는 그
  노드를 피한다.

  배경:
    먼저 워커 2대로 된 클러스터가 있다

  @004-3 @disruptive
  시나리오: kubelet이 멈춘 워커가 받은 파드는 Pending으로 기다리다가 그대로 실행된다
    먼저 worker-1의 kubelet을 멈춘다
    만일 "kubectl create deployment web --image=nginx --replicas=4"를 실행하면
    그러면 5초 안에 디플로이먼트 "web"의 파드가 worker-1에 2개 있다
    만일 디플로이먼트 "web"의 worker-1에 있는 모든 파드를 "발이 묶인 파드"라고 부르면
    그러면 노드 유예 시간과 10초 안에 노드 worker-1이 Unknown 상태가 된다. 그때까지 "발이 묶인 파드"라고 부른 파드는 모두 Pending 상태이다
    그리고 3초 동안 노드 worker-1에 "발이 묶인 파드"라고 부른 파드의 컨테이너가 없다
    만일 worker-1의 kubelet을 다시 시작하면
    그러면 60초 안에 "발이 묶인 파드"라고 부른 파드는 모두 Running 상태가 된다

  @004-4 @disruptive
  시나리오: 런타임이 멈춘 워커를 피해서 배포하고, 돌아오면 다시 고르게 나눈다
    먼저 worker-1의 컨테이너 런타임을 컨테이너와 함께 멈춘다
    그러면 60초 안에 노드 worker-1이 "container runtime" 때문에 NotReady 상태가 된다
    만일 "kubectl create deployment web --image=nginx --replicas=2"를 실행하면
    그러면 30초 안에 디플로이먼트 "web"의 준비된 파드가 worker-2에 2개 있다
    만일 worker-1의 컨테이너 런타임을 다시 시작하면
    그러면 60초 안에 노드 worker-1이 Ready 상태가 된다
    만일 "kubectl scale deployment web --replicas=4"를 실행하면
    그러면 60초 안에 디플로이먼트 "web"의 준비된 파드가 worker-1에 2개 있다
