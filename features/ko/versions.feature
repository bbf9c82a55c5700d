# language: ko
@slow
기능: 쿠버네티스의 버전
  클러스터는 시나리오가 말한 버전으로 뜬다. kubelet은 API 서버보다 뒤처져도 되지만 앞설 수는
  없다.

  @008-1
  시나리오: 말한 버전의 클러스터가 뜬다
    먼저 워커 1대로 된 쿠버네티스 1.35 클러스터가 있다
    그러면 5초 안에 노드 worker-1의 {.status.nodeInfo.kubeletVersion}이 /^v1\.35\./에 맞는다

  @008-1 @disruptive
  시나리오: 한 버전 뒤처진 kubelet도 파드를 돌린다
    먼저 워커 2대로 된 쿠버네티스 1.36 클러스터가 있다
    그리고 클러스터에 쿠버네티스 1.35 패키지가 있다
    만일 worker-1에서 다음을 실행하면:
      """
      set -e
      apt-get update
      apt-get install --yes --allow-downgrades --allow-change-held-packages kubelet=1.35.*
      systemctl restart kubelet
      """
    그러면 20초 안에 노드 worker-1의 {.status.nodeInfo.kubeletVersion}이 /^v1\.35\./에 맞는다
    그리고 20초 안에 노드 worker-1이 Ready 상태이다
