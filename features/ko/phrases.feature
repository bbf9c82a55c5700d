# language: ko
@005-12
기능: 여러 가지가 같은 순간에 참이다

  @phrase
  시나리오: 상점 "<이름>"{이/가} 파드 <수>개로 열려 있다
    * 디플로이먼트 "<이름>"의 준비된 파드가 <수>개 있다
    * 서비스 "<이름>"이 연결되는 파드가 <수>개 있다

  시나리오: 상점이 열리고, 새 버전이 나올 때까지 옛 버전이 일한다
    만일 "kubectl create deployment web --image=nginx --replicas=2"를 실행하고
    그리고 "kubectl expose deployment web --port=80"을 실행하면
    그러면 60초 안에 상점 "web"이 파드 2개로 열려 있다
    만일 "kubectl rollout restart deployment web"을 실행하면
    그러면 60초 안에 디플로이먼트 "web"의 롤아웃이 끝난다. 그때까지 다음이 모두 참이다:
      """
      디플로이먼트 "web"의 준비된 파드가 적어도 2개 있다
      서비스 "web"이 연결되는 파드가 적어도 1개 있다
      """
