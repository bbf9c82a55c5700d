package steps

import (
	"reflect"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/fixtures/cluster"
)

// Errors in sentences about objects are reported before the scenario runs.
func TestBadSentencesAboutObjects(t *testing.T) {
	deployment := "spec: {replicas: 2}"
	typo := "spec: {replica: 2}"
	pod := "kind: Pod\nspec: {}"
	for text, row := range map[string]struct {
		doc  *string
		want string
	}{
		`within 1s pdo "web" is Running`:                                                {nil, `no resource type "pdo"; did you mean pod?`},
		`within 1s widget "web" exists`:                                                 {nil, `widgets.example.com`},
		`within 1s widgets.example.com "web" is Whatever`:                               {nil, ""},
		`within 1s pod "web" is Runnign`:                                                {nil, "a pod is never Runnign; did you mean Running?"},
		`within 1s pvc "web" is Running`:                                                {nil, "a persistentvolumeclaim is never Running"},
		`within 1s configmap "web" is Ready`:                                            {nil, "it has no conditions and no phase"},
		`within 1s configmap "web" is Terminating`:                                      {nil, ""},
		`within 1s pod "web" is not Succeeded`:                                          {nil, ""},
		`within 1s node "worker-1" is Ready`:                                            {nil, "write node worker-1"},
		`within 1s node worker-9 is MemoryPressure`:                                     {nil, "there is no node worker-9"},
		`within 1s pv "a/b" is Bound`:                                                   {nil, "belongs to no namespace"},
		`within 1s there are at least 0 pods`:                                           {nil, "always true"},
		`within 1s there are fewer than 0 pods`:                                         {nil, "never true"},
		`within 1s there are at most no pods`:                                           {nil, "says nothing"},
		`within 1s there are 2 pods with label "app in"`:                                {nil, "is no label selector"},
		`within 1s there are 2 jobs on worker-1`:                                        {nil, "only pods are on a node"},
		`within 1s there are 2 nodes in namespace "x"`:                                  {nil, "belongs to no namespace"},
		`within 1s there are 2 jobs that are Complet`:                                   {nil, "did you mean Complete?"},
		`within 1s {.spec.replica} of deployment "web" is "2"`:                          {nil, `has no field "replica"; did you mean replicas?`},
		`within 1s {.spec.containers.image} of pod "web" is "2"`:                        {nil, "is a list"},
		`within 1s {spec.replicas} of deployment "web" is "2"`:                          {nil, "has to begin with a dot"},
		`within 1s {.spec.replicas} of deployment "web" is at least many`:               {nil, `"many" is no number`},
		`within 1s {.spec.replicas} of deployment "web" is between 3 and 2`:             {nil, "nothing is between"},
		`within 1s {.spec.replicas} of deployment "web" matches /[/`:                    {nil, "is not a regular expression"},
		`within 1s {.spec.replicas} of deployment "web" matches /.*/`:                   {nil, "matches everything"},
		`within 1s {.spec.nodeName} of every pod of service "web" is set`:               {nil, "has no pods"},
		`within 1s {.spec.nodeName} of every pod of deployment "web" is set`:            {nil, ""},
		`within 1s deployment "web" matches:`:                                           {&deployment, ""},
		`within 2s deployment "web" matches:`:                                           {&typo, `unknown field "spec.replica"`},
		`within 3s deployment "web" matches:`:                                           {&pod, "the doc string has the kind Pod"},
		`within 1s deployment "web" is the same object as "before"`:                     {nil, `no object is remembered as "before"`},
		`within 1s {.spec} of deployment "web" is as in "before"`:                       {nil, `no object is remembered as "before"`},
		`within 1s container "a" of pod "web" was terminated: Error with exit code 999`: {nil, "is no exit code"},
		`within 1s user "jane" may creat pods`:                                          {nil, "did you mean create?"},
		`within 1s user "jane" may create pod/log`:                                      {nil, ""},
		`within 1s user "jane" may create nodes in namespace "x"`:                       {nil, "belongs to no namespace"},
		`within 1s running "cat a | wc" in pod "web" prints "3"`:                        {nil, "means something to a shell only"},
		`within 1s running "sh -c 'cat a | wc'" in pod "web" prints "3"`:                {nil, ""},
	} {
		found := Match(text)
		if len(found) != 1 {
			t.Errorf("%s: it says %d steps", text, len(found))
			continue
		}
		err := found[0].Complaint(Line{Text: text, DocString: row.doc, Topology: cluster.Topology{ControlPlanes: 1, Workers: 2}})
		if (err == nil) != (row.want == "") || err != nil && !strings.Contains(err.Error(), row.want) {
			t.Errorf("%s\n have %v\n want %q", text, err, row.want)
		}
	}
}

func TestWhatWasRememberedBeforeCanBeComparedWith(t *testing.T) {
	text := `within 1s deployment "web" is the same object as "before"`
	for name, in := range map[string]Line{
		"in the scenario": {Text: text, Before: []string{`deployment "web" is remembered as "before"`}},
		"in the setup":    {Text: text, Named: ValuesNamed([]string{`deployment "web" is remembered as "before"`})},
	} {
		if err := Match(text)[0].Complaint(in); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// The types that a scenario mentions are watched from its beginning.
func TestTheTypesThatSentencesSpeakOf(t *testing.T) {
	below := "ds \"a\" exists\n잡 \"b\"가 Complete 상태가 된다"
	lines := []Line{{Text: "within 1s all of these hold:", DocString: &below}}
	for _, text := range []string{
		`within 1s ingress "web" exists`, `within 1s deploy "web" is Available`, `30초 안에 pvc "data"가 Bound 상태가 된다`,
		`until netpol "a" exists, within 3s, sc "b" exists`, `within 1s there are 2 roles`, `within 1s ingress "other" exists`,
		`within 1s widgets.${namespace}.example.com "x" exists`,
	} {
		lines = append(lines, Line{Text: text})
	}
	got := ownVocabulary.typesIn(lines)
	want := []string{"ds", "job", "ingress", "deploy", "pvc", "netpol", "sc", "roles", "widgets.${namespace}.example.com"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestProgramsAreSplitWithoutAShell(t *testing.T) {
	for command, want := range map[string][]string{
		"cat /etc/hostname": {"cat", "/etc/hostname"},
		`sh -c 'a | b "c"'`: {"sh", "-c", `a | b "c"`},
		`echo "" x`:         {"echo", "", "x"},
		`printf a'b'c`:      {"printf", "abc"},
		"a; b":              nil,
		"echo 'x":           nil,
		"  ":                nil,
		"echo $HOME":        nil,
	} {
		got, err := arguments(command)
		if (err != nil) != (want == nil) || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %q, %v", command, got, err)
		}
	}
}

func TestAmounts(t *testing.T) {
	for text, row := range map[string]struct {
		fits, unfit int
	}{"3": {3, 2}, "no": {0, 1}, "exactly 2": {2, 3}, "at least 2": {2, 1}, "at most 2": {2, 3}, "more than 2": {3, 2}, "fewer than 2": {1, 2}} {
		a, err := parseAmount(text)
		if err != nil || !a.holds(row.fits) || a.holds(row.unfit) {
			t.Errorf("%s: %v, %v", text, a, err)
		}
	}
}
