package steps

import "testing"

func TestAliases(t *testing.T) {
	var v Vocabulary
	for sentence, want := range map[string]struct {
		name string
		to   Alias
	}{
		`pod "web" is called "first"`: {"first", PodAlias},
		`디플로이먼트 "web"의 worker-1에 있는 모든 파드를 "stranded"라고 부른다`: {"stranded", PodAlias},
		`the output is called "address"`:             {"address", ValueAlias},
		`deployment "web" is remembered as "before"`: {"before", MemoryAlias},
		`I run "kubectl get pods"`:                   {"", NoAlias},
		`no sentence`:                                {"", NoAlias},
	} {
		if name, to := v.Gives(sentence); name != want.name || to != want.to {
			t.Errorf("%s gives %q (%d), want %+v", sentence, name, to, want)
		}
	}
	for _, row := range []struct {
		sentence, name string
		want           Alias
	}{
		{`within 30s the pods "a" are Running`, "a", PodAlias},
		{`I delete the pods "a"`, "a", PodAlias},
		{`until node worker-1 is Unknown, within 30s, the pods "a" are Pending`, "a", PodAlias},
		{`within 30s deployment "a" has the same spec as "b"`, "b", MemoryAlias},
		{`within 30s deployment "a" has the same spec as "b"`, "a", NoAlias},
		{`within 30s deployment "a" has 2 ready pods`, "a", NoAlias},
		{`pod "a" is called "b"`, "a", NoAlias},
	} {
		if got := v.SpeaksOf(row.sentence, row.name); got != row.want {
			t.Errorf("%s: %q is %d, want %d", row.sentence, row.name, got, row.want)
		}
	}
}
