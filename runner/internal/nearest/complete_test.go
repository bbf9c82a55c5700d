package nearest

import (
	"testing"

	"github.com/gherkube/gherkube/steps"
)

func TestComplete(t *testing.T) {
	x := New(steps.All(), steps.Match)
	for _, row := range []struct {
		typed    string
		kind     steps.Kind
		language steps.Language
		want     string // the first one's text
	}{
		{"", steps.Given, steps.English, ""},
		{"wi", steps.Then, steps.English, ""},
		{`within 10s pod "api" is `, steps.Then, steps.English, `within 10s pod "api" is Ready`},
		{`within 10s pod "api" is R`, steps.Then, steps.English, `within 10s pod "api" is Ready`},
		{`for 5s pod "a`, steps.Then, steps.English, ""},
		{`never within 5s node worker-2 is Rea`, steps.Then, steps.English, `never within 5s node worker-2 is Ready`},
		{`the kubelet on worker-2 is st`, steps.Given, steps.English, `the kubelet on worker-2 is stopped`},
		{`pod running`, steps.Then, steps.English, ""},
		{`10초 안에 파드 "api"`, steps.Then, steps.Korean, ""},
		{`I run "kubectl`, steps.When, steps.English, `I run "kubectl"`},
	} {
		all := x.Complete(row.typed, row.kind, row.language)
		if len(all) == 0 {
			t.Errorf("%q: nothing", row.typed)
			continue
		}
		if got := all[0].Text(); row.want != "" && got != row.want {
			t.Errorf("%q: %q, want %q", row.typed, got, row.want)
		}
		for _, c := range all {
			if found := steps.Match(c.Text()); len(found) != 1 || !found[0].Allows(row.kind) {
				t.Errorf("%q: %q is no %s", row.typed, c.Text(), row.kind)
			}
		}
		t.Logf("%q: %d, as %q", row.typed, len(all), all[0].Text())
	}
	if all := x.Complete("zebra giraffe", "", steps.English); len(all) > 0 {
		t.Errorf("%q", all[0].Text())
	}
}

// Every step can be completed to, from nothing.
func TestCompleteKnowsEveryStep(t *testing.T) {
	x := New(steps.All(), steps.Match)
	for _, language := range []steps.Language{steps.English, steps.Korean} {
		offered := map[string]bool{}
		for _, c := range x.Complete("", "", language) {
			offered[c.Step.Pattern] = true
		}
		for _, s := range steps.All() {
			if !offered[s.Pattern] && s.Topic != "time" {
				t.Errorf("%s: %s", language, s.Example)
			}
		}
	}
}

func BenchmarkComplete(b *testing.B) {
	x := New(steps.All(), steps.Match)
	for b.Loop() {
		x.Complete(`within 10s pod "api" is `, steps.Then, steps.English)
	}
}
