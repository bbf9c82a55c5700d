package steps

import (
	"reflect"
	"strings"
	"testing"
)

func TestClaimsBelowASentence(t *testing.T) {
	for text, row := range map[string]struct{ below, wrong string }{
		"within 30s all of these hold:": {"pod \"web\" is Running\n\n# and\n  service \"web\" leads to 1 pod", ""},
		"30초 안에 다음이 모두 참이 된다:":          {"파드 \"web\"이 Running 상태가 된다\npod \"b\" is Running", ""},
		"for 30s all of these hold:":    {"", "there is no claim below it"},
		"within 31s all of these hold:": {`within 5s pod "web" is Running`, `"within 5s pod \"web\" is Running": the sentence above says when`},
		"within 32s all of these hold:": {`the pod is fine`, `"the pod is fine": "the pod is fine" says nothing that can be looked at`},
		"within 33s all of these hold:": {`pvc "data" is Runing`, "Runing"},
		"within 34s all of these hold:": {`pod "${web}" is Running`, "undefined variable ${web}"},
		"within 35s all of these hold:": {`node worker-9 is Ready`, ""},
		"for 36s all of these hold:":    {`a new pod is Running`, "it can only stand after within"},

		`until pod "a" is Running, within 5s, all of these hold:`: {`pod "b" is Pending`, ""},
		`until pod is Running, within 5s, all of these hold:`:     {`pod "b" is Pending`, `"pod is Running" says nothing`},
		`until all of these hold, within 5s, pod "a" is Pending:`: {"pod \"b\" is Running\npod \"c\" is Running", ""},
		`until all of these hold, within 5s, pod "a" is gone`:     {"", ""}, // an until with a sentence of its own: undefined
	} {
		found := Match(text)
		if !strings.HasSuffix(text, ":") {
			if len(found) != 0 {
				t.Errorf("%q is a sentence", text)
			}
			continue
		}
		if len(found) != 1 {
			t.Errorf("%d steps match %q", len(found), text)
			continue
		}
		err := found[0].Complaint(Line{Text: text, DocString: &row.below})
		if (err == nil) != (row.wrong == "") || err != nil && !strings.Contains(err.Error(), row.wrong) {
			t.Errorf("%q:\n%s\ngot %v, want %q", text, row.below, err, row.wrong)
		}
	}
}

func TestEachClaimInASentenceOfItsOwn(t *testing.T) {
	below := "pod \"b\" is Pending\n파드 \"c\"가 Pending 상태이다"
	for text, want := range map[string][]string{
		"within 30s all of these hold:":                           {`within 30s pod "b" is Pending`, `30초 안에 파드 "c"가 Pending 상태이다`},
		"for the node grace period all of these hold:":            {`for the node grace period pod "b" is Pending`, `노드 유예 시간 동안 파드 "c"가 Pending 상태이다`},
		`until pod "a" is Running, within 5s, all of these hold:`: {`within 5s pod "a" is Running`, `for 5s pod "b" is Pending`, `5초 동안 파드 "c"가 Pending 상태이다`},
		`until all of these hold, within 5s, pod "a" is Pending:`: {`for 5s pod "a" is Pending`, `within 5s pod "b" is Pending`, `5초 안에 파드 "c"가 Pending 상태이다`},
		`within 5s pod "a" is Running`:                            {`within 5s pod "a" is Running`},
	} {
		got := Match(text)[0].Alone(Line{Text: text, DocString: &below})
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%q:\ngot  %q\nwant %q", text, got, want)
		}
		for _, sentence := range got {
			if len(Match(sentence)) != 1 {
				t.Errorf("%q is not one sentence", sentence)
			}
		}
	}
}
