package nearest

import (
	"regexp"
	"slices"
	"strings"
)

// guarded are the words of a sentence for comparing what it says with what a guess says.
type guarded struct {
	negations int
	zero      bool              // it has the number 0, which says no
	sides     map[int][]int     // the sides of the oppositions that it has words of
	types     map[string]string // the word before each quoted name
}

// sameSense reports whether a guess neither negates what was written nor says the opposite,
// nor speaks of another component or of another type of object.
func (g guarded) sameSense(guess string) bool {
	other := guard(guess)
	differ := g.negations - other.negations
	if differ < 0 {
		differ = -differ
	}
	if differ > 0 && !(differ == 1 && (g.zero || other.zero)) {
		return false
	}
	for group, sides := range other.sides {
		if written := g.sides[group]; len(written) > 0 && !slices.ContainsFunc(sides, func(s int) bool { return slices.Contains(written, s) }) {
			return false
		}
	}
	for name, typ := range other.types {
		if written := g.types[name]; written != "" && written != typ && nouns[written] && nouns[typ] {
			return false
		}
	}
	return true
}

// nouns are the words for types of objects, before a quoted name.
var nouns = func() map[string]bool {
	all := map[string]bool{}
	for _, word := range strings.Fields(`pod pods deployment statefulset daemonset replicaset job cronjob service namespace configmap secret
		ingress hpa pdb pvc pv container user account group role rolebinding node file directory unit process
		파드 디플로이먼트 스테이트풀셋 데몬셋 레플리카셋 잡 서비스 네임스페이스 컨테이너 노드 파일`) {
		all[word] = true
	}
	return all
}()

var (
	inQuotes    = regexp.MustCompile("\"[^\"]*\"|“[^”]*”|`[^`]*`|‘[^’]*’")
	typed       = regexp.MustCompile(`([\pL]+)(?:s)? ["“]([^"”]*)["”]`)
	contraction = regexp.MustCompile(`(?i)\b(can|do|does|did|is|are|was|were|has|have|wo|should|must)n['’]t\b`)
	wordOf      = regexp.MustCompile(`[\pL\pN]+(?:[-./][\pL\pN]+)*`)
)

// guard reads the words that a guess must not turn around. Quoted text is none of them.
func guard(text string) guarded {
	g := guarded{sides: map[int][]int{}, types: map[string]string{}}
	for _, found := range typed.FindAllStringSubmatch(text, -1) {
		g.types[found[2]] = strings.ToLower(found[1])
	}
	text = contraction.ReplaceAllString(inQuotes.ReplaceAllString(text, " "), "$1 not")
	words := wordOf.FindAllString(text, -1)
	for i, word := range words {
		lower := strings.ToLower(word)
		switch {
		case denies(lower), lower == "안" && i+1 < len(words):
			g.negations++
		case lower == "0" || lower == "zero" || strings.HasPrefix(lower, "0개"):
			g.zero = true
		}
	}
	plain := " " + strings.ToLower(strings.Join(words, " ")) + " "
	for i, group := range opposites {
		for side, words := range group {
			if slices.ContainsFunc(words, func(w string) bool { return says(plain, w) }) {
				g.sides[i] = append(g.sides[i], side)
			}
		}
	}
	return g
}

// says reports whether a text has a word; a Korean one needs only to begin so.
func says(plain, word string) bool {
	if word[0] >= 0x80 {
		return strings.Contains(plain, " "+word)
	}
	return strings.Contains(plain, " "+word+" ")
}

// denials are the words that negate a sentence.
var denials = strings.Fields(`not no never nothing nobody none cannot without neither nor nowhere hardly isnt cant doesnt wont
	lacks lack lacking missing fails failing failed refused denied refuses denies notready impossible invalid inactive impassable`)

// harmless begin as if they denied something.
var harmless = strings.Fields(`unknown until under unit units union unix unique uncordoned uncordon unset unicode understood display displays
	disk disks distinct dispatch distributed disruptive disruption disruptions disruptiontarget disjoint discover discovered directory
	displayed distance disposed district disc unmasked unavailablereplicas`)

// koreanDenials are the letters with which a Korean word negates.
var koreanDenials = []string{"않", "못", "없", "아니", "아닌", "아무", "불가", "미준비"}

// counted are the denials whose opposites have a group of their own: they are no negation.
var counted = strings.Fields("fails failing failed refused denied refuses denies invalid inactive missing lacks lack lacking")

func denies(word string) bool {
	switch {
	case word == "notready":
		return true
	case slices.Contains(counted, word), slices.Contains(harmless, word):
		return false
	case slices.Contains(denials, word):
		return true
	case len(word) > 5 && (strings.HasPrefix(word, "un") || strings.HasPrefix(word, "dis") || strings.HasPrefix(word, "non-")):
		return true
	}
	return slices.ContainsFunc(koreanDenials, func(d string) bool { return strings.Contains(word, d) })
}

// opposites are groups of words, a side each, of which a guess must not have another side
// than what was written: opposites, and things that are not the same.
var opposites = [][][]string{
	{{"fewer", "less", "below", "under"}, {"more", "above", "over"}, {"at least", "minimum"}, {"at most", "maximum"}},
	{{"이상"}, {"이하"}, {"초과", "많다"}, {"미만", "적다"}},
	{{"적어도"}, {"많아야"}},
	{{"stopped", "stops", "stop", "killed", "kill", "crashes", "crashed", "down", "shut", "dies", "dead", "halted", "halts", "off"},
		{"started", "starts", "start", "back", "up", "brought", "restarted", "restarts", "restart", "running", "runs", "active", "on again"}},
	{{"frozen", "freeze", "paused"}, {"thawed", "thaw", "resumed"}},
	{{"open", "opened", "listening"}, {"closed", "shut"}},
	{{"accepted", "allowed", "admitted"}, {"refused", "rejected", "denied", "forbidden"}},
	{{"cordoned", "cordon", "unschedulable"}, {"uncordoned", "uncordon", "schedulable"}},
	{{"tainted", "taint"}, {"freed", "untainted"}},
	{{"reconnected", "connected", "rejoined"}, {"cut", "disconnected", "partitioned", "isolated"}},
	{{"enabled", "enable"}, {"disabled", "disable"}, {"masked"}},
	{{"same", "unchanged"}, {"another", "different", "replaced", "changed"}},
	{{"exists", "exist", "appears"}, {"gone", "deleted", "removed", "disappears", "missing", "absent"}},
	{{"created", "create", "creates", "make", "makes", "add", "adds"}, {"deleted", "delete", "deletes", "remove", "removes", "removed"},
		{"changed", "change", "changes", "update", "updates"}, {"evicted", "evict", "evicts"}, {"bound"}, {"cause", "causes"},
		{"reach", "reaches", "access", "connect"}, {"list", "get", "watch"}},
	{{"ready"}, {"failed", "fails", "failing"}, {"pending"}, {"succeeded", "succeeds", "complete", "completed"}, {"running"}, {"terminating"}},
	{{"succeed", "succeeds", "passes", "works"}, {"fails", "fail", "failed"}},
	{{"set"}, {"unset"}},
	{{"valid"}, {"invalid", "expired"}},
	{{"every", "all", "each"}, {"some", "any"}, {"only"}},
	{{"includes", "contains", "has"}, {"excludes", "lacks"}},
	{{"injects", "wrong", "broken", "break"}, {"right", "repaired", "fixed", "fix"}},
	{{"etcd"}, {"kubelet", "kubelets"}, {"scheduler", "kube-scheduler"}, {"api", "kube-apiserver", "apiserver"},
		{"controller manager", "kube-controller-manager", "controller-manager"}, {"kube-proxy"}, {"container runtime", "containerd"},
		{"metrics-server", "metrics server"}, {"coredns", "corefile", "dns"}, {"ingress controller"}, {"provisioner"}, {"webhook"}, {"jobset"}},
	{{"kubelet", "kubelet을", "kubelet이", "kubelet의"}, {"스케줄러"}, {"etcd가", "etcd를", "etcd는", "etcd"}, {"컨트롤러"}, {"api"}, {"컨테이너 런타임"}, {"프로비저너"}},
	{{"멈", "끈다", "끄", "꺼", "중지", "내려", "정지", "종료"}, {"다시", "시작", "켠다", "켜", "올린"}},
	{{"열려", "열린"}, {"닫혀", "닫힌", "닫"}},
	{{"얼"}, {"녹"}},
	{{"생긴", "있다", "생성"}, {"사라", "삭제", "지운", "지우", "없"}},
	{{"받아들"}, {"거부"}},
	{{"같다", "같은"}, {"다르", "다른", "달라"}},
	{{"모든", "모두"}, {"어떤"}},
}
