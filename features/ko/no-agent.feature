# language: ko
기능: 네트워크 에이전트가 없는 클러스터
  에이전트를 설치하기 전에는 노드가 준비되지 않는다.

  @007-10 @own-cluster
  시나리오: 에이전트를 설치하면 노드가 준비된다
    먼저 워커 1대로 된 클러스터가 있다
    그리고 클러스터에 네트워크 에이전트가 없다
    그러면 10초 안에 노드 worker-1이 "cni plugin not initialized" 때문에 NotReady 상태가 된다
    만일 "../networking/manifests/flannel.yaml"을 적용하면
    그러면 90초 안에 노드 worker-1이 Ready 상태가 된다
