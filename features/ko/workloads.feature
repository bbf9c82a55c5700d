# language: ko
기능: 네임스페이스와 레플리카셋
  네임스페이스는 클러스터 하나를 논리적으로 나눈다. 이름은 그 안에서만 겹치지 않으면
  되고, 노드는 모두가 함께 쓴다. 레플리카셋은 파드가 줄면 채우고, 개수를 바꾸면 따라간다.

  배경:
    먼저 워커 2대로 된 클러스터가 있다

  @004-1
  시나리오: 이름이 같은 파드가 두 네임스페이스에 따로 산다
    먼저 "kubectl create namespace ${namespace}-blue"를 실행한다
    만일 "kubectl run web --image=nginx"를 실행하고
    그리고 "kubectl run web --image=nginx -n ${namespace}-blue"를 실행하면
    그러면 30초 안에 파드 "web"이 Running 상태가 된다
    그리고 30초 안에 파드 "${namespace}-blue/web"이 Running 상태가 된다
    만일 "kubectl delete namespace ${namespace}-blue --wait=false"를 실행하면
    그러면 30초 안에 파드 "${namespace}-blue/web"이 사라진다
    그리고 2초 동안 파드 "web"은 Running 상태이다

  @004-2
  시나리오: 지운 파드의 자리를 다른 파드가 채운다
    먼저 디플로이먼트 "web"이 이미지 "nginx"로 레플리카 2개를 실행하고 있다
    그리고 디플로이먼트 "web"의 파드 하나를 "지울 파드"라고 부른다
    만일 "지울 파드"라고 부른 파드를 지우면
    그러면 30초 안에 "지울 파드"라고 부른 파드는 모두 사라진다
    그리고 30초 안에 디플로이먼트 "web"의 준비된 파드가 2개가 된다
    만일 "kubectl scale deployment web --replicas=3"을 실행하면
    그러면 30초 안에 디플로이먼트 "web"의 준비된 파드가 3개가 된다
