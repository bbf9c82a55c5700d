package steps_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/steps"
)

// Errors in sentences about nodes are reported before the scenario runs.
func TestComplaintsAboutNodes(t *testing.T) {
	for claim, want := range map[string]string{
		`file "/etc/fstab" on worker-1 exists`:                                            "",
		`file "/etc/fstab" on worker-9 exists`:                                            "there is no node worker-9",
		`file "etc/fstab" on worker-1 exists`:                                             `"etc/fstab" is no absolute path`,
		`file "~/x" on worker-1 does not exist`:                                           "is no absolute path",
		`file "/etc/" on worker-1 does not exist`:                                         `write "/etc", without the slash`,
		`file "/proc/1/root/etc/x" on worker-1 exists`:                                    `write "/etc/x"`,
		`file "${namespace}/x" on worker-1 exists`:                                        "",
		`file "/etc/fstab" on worker-1 contains "..."`:                                    "every file holds these words",
		`file "fstab" on worker-1 does not contain "x"`:                                   "is no absolute path",
		`file "/etc/fstab" on worker-1 has mode 0644`:                                     "",
		`directory "/etc" on worker-1 does not have mode 755`:                             "",
		`file "/etc/fstab" on worker-1 has mode 0888`:                                     "0888 is no mode: write it in octal",
		`file "/etc/fstab" on worker-1 has mode rw-r--r--`:                                "is no mode",
		`file "/etc/fstab" on worker-1 has mode 10644`:                                    "is no mode",
		`file "/etc/fstab" on worker-1 has mode ${namespace}`:                             "",
		`file "x" on worker-1 is owned by "root"`:                                         "is no absolute path",
		`unit "kubelet" on worker-1 is not active`:                                        "",
		`unit "kube let" on worker-1 is active`:                                           `"kube let" is no systemd unit`,
		`unit "/lib/systemd/system/kubelet.service" on worker-1 is enabled`:               "is no systemd unit",
		`unit "kubelet" on worker-7 is active`:                                            "there is no node worker-7",
		`process "kubelet" runs on worker-8`:                                              "there is no node worker-8",
		`port 10250 on worker-1 is open`:                                                  "",
		`port 0 on worker-1 is closed`:                                                    "0 is no port",
		`port 65536 on worker-1 is closed`:                                                "65536 is no port",
		`port http on worker-1 is closed`:                                                 "http is no port",
		`port ${namespace} on worker-1 is closed`:                                         "",
		`sysctl "net.ipv4.ip_forward" on worker-1 is "1"`:                                 "",
		`sysctl "ip_forward" on worker-1 is "1"`:                                          `"ip_forward" is no kernel parameter`,
		`sysctl "/proc/sys/net/ipv4/ip_forward" on worker-1 is "1"`:                       "is no kernel parameter",
		`the journal of kubelet on worker-1 says "..."`:                                   "every output holds these words",
		`the journal of kubelet on worker-1 does not say "x"`:                             "",
		`the journal of /kubelet on worker-1 does not say "x"`:                            "is no systemd unit",
		`the certificate of control-plane-1:6443 is valid for at least 300 days`:          "",
		`the certificate of control-plane-1:6443 is valid for less than 0 days`:           "0 days are no time",
		`the certificate of control-plane-1:6443 is valid for at least 999999 days`:       "999999 days are no time",
		`the certificate of control-plane-9:6443 is signed by "kubernetes"`:               "there is no node control-plane-9",
		`the certificate of control-plane-1:70000 is signed by "kubernetes"`:              "70000 is no port",
		`the certificate of file "apiserver.crt" on control-plane-1 names "10.96.0.1"`:    "is no absolute path",
		`the certificate of file "/a.crt" on control-plane-5 names "10.96.0.1"`:           "there is no node control-plane-5",
		`the certificate of the kubeconfig "admin.conf" on control-plane-1 names "admin"`: "is no absolute path",
	} {
		line := steps.Line{Text: "within 10s " + claim, Topology: cluster.Topology{ControlPlanes: 1, Workers: 2}}
		found := steps.Match(line.Text)
		if len(found) != 1 {
			t.Errorf("%s: it matches %d steps", claim, len(found))
			continue
		}
		err := found[0].Complaint(line)
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%s: got %v, want %q", claim, err, want)
		}
		if len(steps.Match("never within 10s "+claim)) != 0 {
			t.Errorf("%s: it has an opposite, and can be said with never", claim)
		}
	}
}

func TestSentencesAboutNodesInKorean(t *testing.T) {
	for korean, english := range map[string]string{
		`worker-1의 파일 "/a"가 없다`:                       `file "/a" on worker-1 does not exist`,
		`worker-1의 디렉터리 "/a"의 모드가 0700이 아니다`:          `directory "/a" on worker-1 does not have mode 0700`,
		`worker-1의 파일 "/a"에 "b"가 들어 있지 않다`:            `file "/a" on worker-1 does not contain "b"`,
		`worker-1의 파일 "/a"의 소유자가 "etcd"가 아니다`:         `file "/a" on worker-1 is not owned by "etcd"`,
		`worker-1의 유닛 "ssh"가 masked 상태가 된다`:           `unit "ssh" on worker-1 is masked`,
		`worker-1의 유닛 "ssh"는 active 상태가 아니다`:          `unit "ssh" on worker-1 is not active`,
		`worker-1에서 프로세스 "etcd"가 실행되지 않는다`:            `process "etcd" does not run on worker-1`,
		`worker-1의 22번 포트가 닫혀 있다`:                     `port 22 on worker-1 is closed`,
		`worker-1의 sysctl "vm.swappiness"는 "60"이 아니다`: `sysctl "vm.swappiness" on worker-1 is not "60"`,
		`worker-1의 kubelet 저널이 "a"라고 말하지 않는다`:         `the journal of kubelet on worker-1 does not say "a"`,
		`worker-1:10250의 인증서는 30일 미만 유효하다`:            `the certificate of worker-1:10250 is valid for less than 30 days`,
		`worker-1의 파일 "/a"의 인증서가 "b"에 의해 서명되지 않았다`:    `the certificate of file "/a" on worker-1 is not signed by "b"`,
		`worker-1의 kubeconfig "/a"의 인증서에 이름 "b"가 없다`:  `the certificate of the kubeconfig "/a" on worker-1 does not name "b"`,
	} {
		found := steps.Match("10초 안에 " + korean)
		if len(found) != 1 {
			t.Errorf("%s: it matches %d steps", korean, len(found))
			continue
		}
		said, _ := found[0].SentenceFor("10초 안에 " + korean)
		got := said.Arguments(match(said.Pattern, "10초 안에 "+korean))
		want := match(found[0].Pattern, "within 10s "+english)
		if want == nil || strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%s: got %q, want %q", korean, got, want)
		}
	}
}

func match(pattern, text string) []string {
	found := regexp.MustCompile(pattern).FindStringSubmatch(text)
	if found == nil {
		return nil
	}
	return found[1:]
}
