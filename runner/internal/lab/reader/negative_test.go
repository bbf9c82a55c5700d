package reader

import "testing"

func TestWhatSaysThatSomethingIsNotSo(t *testing.T) {
	for sentence, want := range map[string]bool{
		`within 5s service "web" leads to the ready pods of deployment "web" and no others`: false,
		`within 5s service account "viewer" may do at least:`:                               false,
		`within 5s service account "viewer" may do no more than:`:                           true,
		`within 5s service account "viewer" may do nothing in other namespaces`:             true,
		`within 5s etcd holds no pod "web"`:                                                 true,
		`within 5s "kubectl get pods" prints "no others"`:                                   false,
		`5초 안에 서비스 "web"이 디플로이먼트 "web"의 준비된 모든 파드로만 연결된다`:                                   false,
		`5초 안에 서비스 어카운트 "viewer"가 다른 네임스페이스에서 아무것도 할 수 없다`:                                  true,
	} {
		if got := negative(sentence); got != want {
			t.Errorf("%s: got %v", sentence, got)
		}
	}
}
