# language: ko
기능: 어떤 종류의 객체라도 말할 수 있다
  종류는 kubectl처럼 부르고, 조건과 필드와 이벤트를 그 객체가 말하는 대로 본다.

  배경:
    먼저 워커 2대로 된 클러스터가 있다

  @005-1
  시나리오: 잡이 끝난다
    만일 "kubectl create job backup --image=busybox -- echo saved"를 실행하면
    그러면 60초 안에 잡 "backup"이 Complete 상태가 된다
    그리고 10초 안에 레이블이 "job-name=backup"인 Succeeded 상태인 파드가 1개 있다
    그리고 10초 안에 잡 "backup"의 모든 파드의 로그가 "saved"라고 말한다
    그리고 1초 동안 잡 "backup"은 Failed 상태가 아니다

  @005-2 @005-3
  시나리오: 필드를 보고, 전과 견준다
    먼저 디플로이먼트 "web"이 이미지 "nginx"로 레플리카 2개를 실행하고 있다
    그리고 디플로이먼트 "web"을 "before"로 기억한다
    그러면 10초 안에 디플로이먼트 "web"의 {.spec.replicas}가 "2"이다
    그리고 10초 안에 디플로이먼트 "web"의 {.status.readyReplicas}가 2 이상이다
    그리고 10초 안에 디플로이먼트 "web"의 모든 파드의 {.status.podIP}가 /^10\./에 맞는다
    그리고 10초 안에 디플로이먼트 "web"의 롤아웃이 끝난다
    그리고 10초 안에 디플로이먼트 "web"의 준비된 파드가 적어도 2개 있다
    만일 "kubectl scale deployment web --replicas=3"을 실행하면
    그러면 10초 안에 디플로이먼트 "web"의 스펙이 "before"와 다르다
    그리고 10초 안에 디플로이먼트 "web"은 "before"와 같은 객체이다
