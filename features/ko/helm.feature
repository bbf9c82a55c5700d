# language: ko
기능: 차트를 릴리스로 설치하고 되돌린다
  클러스터의 레지스트리에는 차트 web이 두 버전으로 있다. 릴리스마다 클러스터에 실제로 무엇이
  생겼는지 확인한다.

  @007-7
  시나리오: 업그레이드하면 이미지가 바뀌고, 롤백하면 돌아온다
    먼저 워커 2대로 된 클러스터가 있다
    그리고 클러스터에 helm이 있다
    만일 "helm install site oci://registry:5000/charts/web --plain-http --version 1.0.0 --set replicas=2 --wait --timeout 60s"를 실행하면
    그러면 10초 안에 디플로이먼트 "site"의 준비된 파드가 2개 있다
    만일 "helm upgrade site oci://registry:5000/charts/web --plain-http --version 1.1.0 --wait --timeout 60s"를 실행하면
    그러면 10초 안에 deployment "site"의 {.spec.template.spec.containers[0].image}가 "nginx:1.26"이다
    만일 "helm rollback site 1 --wait --timeout 60s"를 실행하면
    그러면 10초 안에 deployment "site"의 {.spec.template.spec.containers[0].image}가 "nginx:1.22"이다
