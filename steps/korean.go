package steps

import (
	"slices"
)

// In Korean, the duration comes first and the verb last. The frame stands around a claim
// that is a whole sentence, so no claim has to be conjugated.

// koreanFrames maps the Korean words after a duration to the English frames.
var koreanFrames = map[string]string{
	"안에": "within", "동안": "for", "동안 한 번도 일어나지 않는다:": "never within",
}

// koreanFor translates frames into Korean.
func koreanFor(frames []string) []string {
	said := make([]string, len(frames))
	for korean, english := range koreanFrames {
		if i := slices.Index(frames, english); i >= 0 {
			said[i] = korean
		}
	}
	return said
}

// koreanPodStates matches the Korean podStates with their verbs. Korean says "gone" with a
// verb, not as a state.
const koreanPodStates = `((?:Pending|Running|Terminating) 상태{이다/가 된다}|Terminating 상태가 아니다|사라진다|없다)`

var koreanPodStateWords = map[string]string{
	"Pending 상태이다": "Pending", "Pending 상태가 된다": "Pending",
	"Running 상태이다": "Running", "Running 상태가 된다": "Running",
	"Terminating 상태이다": "Terminating", "Terminating 상태가 된다": "Terminating",
	"Terminating 상태가 아니다": "not Terminating",
	"사라진다":                "gone", "없다": "gone",
}

// Korean verbs of running commands and of their results.
var (
	koreanRunning = map[string]string{
		"실행한다": "run", "실행하고": "run", "실행하면": "run",
		"실행해 본다": "try", "실행해 보고": "try", "실행해 보면": "try",
	}
	koreanSaying = map[string]string{
		" 출력했다": "printed", "만 출력했다": "printed exactly", " 출력하지 않았다": "did not print", " 알리며 실패했다": "failed with",
		"을 출력했다": "printed", "을 출력하지 않았다": "did not print", "을 알리며 실패했다": "failed with",
		" 출력한다": "prints", "만 출력한다": "prints exactly", " 출력하지 않는다": "does not print", " 알리며 실패한다": "fails with",
	}
)

// koreanHolding maps Korean words of sentences about etcd to English. Common kinds have
// Korean names; students write other kinds like kubectl does.
var koreanHolding = map[string]string{
	"있다": "", "없다": "no ",
	"파드": "pod", "노드": "node", "디플로이먼트": "deployment", "레플리카셋": "replicaset", "서비스": "service",
	"컨피그맵": "configmap", "시크릿": "secret", "서비스어카운트": "serviceaccount", "네임스페이스": "namespace",
	"롤": "role", "롤바인딩": "rolebinding",
}
