# language: ko
기능: 쿠버네티스 밖에서 본 노드
  파일과 유닛과 프로세스와 포트는 API 서버가 말이 없을 때에도 볼 수 있다.

  배경:
    먼저 워커 2대로 된 클러스터가 있다

  @005-7
  시나리오: kubeadm이 놓은 것을 노드에서 본다
    그러면 10초 안에 control-plane-1의 파일 "/etc/kubernetes/manifests/kube-apiserver.yaml"이 있다
    그리고 10초 안에 worker-1의 파일 "/etc/kubernetes/manifests/kube-apiserver.yaml"이 없다
    그리고 10초 안에 worker-1의 파일 "/var/lib/kubelet/config.yaml"에 "cgroupDriver: cgroupfs"가 들어 있다
    그리고 10초 안에 control-plane-1의 파일 "/etc/kubernetes/admin.conf"의 모드가 0600이다
    그리고 10초 안에 control-plane-1의 파일 "/etc/kubernetes/admin.conf"의 소유자가 "root"이고 그룹이 "root"이다
    그리고 10초 안에 worker-1의 유닛 "kubelet"이 active 상태이다
    그리고 10초 안에 worker-1의 유닛 "containerd"는 failed 상태가 아니다
    그리고 10초 안에 worker-1에서 프로세스 "kube-proxy"가 실행 중이다
    그리고 10초 안에 worker-1에서 프로세스 "kube-scheduler"가 실행되지 않는다
    그리고 10초 안에 worker-1의 10250번 포트가 열려 있다
    그리고 10초 안에 worker-1의 6443번 포트가 닫혀 있다
    그리고 10초 안에 worker-1의 sysctl "net.ipv4.ip_forward"가 "1"이다
    그리고 2초 동안 worker-1의 kubelet 저널은 "Started kubelet"을 말하지 않는다

  @005-8
  시나리오: 서버와 파일과 kubeconfig의 인증서를 본다
    그러면 10초 안에 control-plane-1:6443의 인증서가 앞으로 300일 이상 유효하다
    그리고 10초 안에 control-plane-1:6443의 인증서가 "kubernetes"에 의해 서명되었다
    그리고 10초 안에 control-plane-1의 파일 "/etc/kubernetes/pki/apiserver.crt"의 인증서에 이름 "10.96.0.1"이 있다
    그리고 10초 안에 control-plane-1의 kubeconfig "/etc/kubernetes/admin.conf"의 인증서에 이름 "kubernetes-admin"이 있다
