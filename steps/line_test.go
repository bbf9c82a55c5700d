package steps_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/steps"
)

// Errors of a line that can be detected statically.
func TestComplaints(t *testing.T) {
	folder := t.TempDir()
	for name, content := range map[string]string{"good.yaml": aPod, "role.yaml": aRole, "secret.yaml": secretIn("default", "token")} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, row := range map[string]struct {
		line steps.Line
		want string // part of the complaint; empty for none
	}{
		"a file":              {steps.Line{Text: `I apply "good.yaml"`}, ""},
		"a file of a value":   {steps.Line{Text: `I apply "${namespace}.yaml"`}, ""},
		"no such file":        {steps.Line{Text: `I apply "bad.yaml"`}, "no such file"},
		"a manifest":          {steps.Line{Text: `I apply:`, DocString: text(aPod + "---\n" + aPod)}, ""},
		"broken YAML":         {steps.Line{Text: `I apply:`, DocString: text(aPod + "---\nkind: a: b\n")}, "line 5"},
		"no kind":             {steps.Line{Text: `I apply:`, DocString: text("apiVersion: v1\n")}, "needs an apiVersion and a kind"},
		"no name":             {steps.Line{Text: `I apply:`, DocString: text("apiVersion: v1\nkind: Pod\n")}, "the Pod needs a metadata.name"},
		"an empty manifest":   {steps.Line{Text: `I apply:`, DocString: text(" ")}, "empty"},
		"no doc string":       {steps.Line{Text: `I apply:`}, "needs a doc string"},
		"no table":            {steps.Line{Text: `I create these pods:`}, "needs a table"},
		"text for nobody":     {steps.Line{Text: `I run "ls"`, DocString: text("x")}, "takes no doc string"},
		"a table":             {pods([]string{"name", "image", "cpu"}, []string{"a", "nginx", "100m"}), ""},
		"values in a table":   {pods([]string{"name", "image", "cpu"}, []string{"a", "nginx", "${namespace}"}), ""},
		"no column":           {pods([]string{"name"}, []string{"a"}), `no column "image"`},
		"a strange column":    {pods([]string{"name", "image", "disk"}, []string{"a", "nginx", "1"}), `column "disk": it can have name`},
		"a strange amount":    {pods([]string{"name", "image", "cpu"}, []string{"a", "nginx", "much"}), `cpu "much"`},
		"no rows":             {pods([]string{"name", "image"}), "no rows"},
		"a namespace for all": {steps.Line{Text: `I run "kubectl create namespace blue"`}, "blue-${namespace}"},
		"its own namespace":   {steps.Line{Text: `I run "kubectl create ns blue-${namespace} -o yaml"`}, ""},
		"its own cluster":     {steps.Line{Text: `I run "kubectl create ns blue"`, Isolation: cluster.OwnCluster}, ""},
		"a role for all":      {steps.Line{Text: `I apply:`, DocString: text(aRole)}, "ClusterRole all"},
		"its own role":        {steps.Line{Text: `I apply:`, DocString: text("apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: all-${namespace}}\n")}, ""},
		"a file for all":      {steps.Line{Text: `I apply "role.yaml"`}, "put it into a doc string"},
		"a file of its own":   {steps.Line{Text: `I apply "role.yaml"`, Isolation: cluster.OwnCluster}, ""},
		"a secret elsewhere":  {steps.Line{Text: `I apply:`, DocString: text(secretIn("default", "token"))}, "token-${namespace}"},
		"its own secret":      {steps.Line{Text: `I apply:`, DocString: text(secretIn("default", "token-${namespace}"))}, ""},
		"its own place":       {steps.Line{Text: `I apply:`, DocString: text(secretIn("a-${namespace}", "token"))}, ""},
		"a secret on its own": {steps.Line{Text: `I apply:`, DocString: text(secretIn("default", "token")), Isolation: cluster.OwnCluster}, ""},
		"a file elsewhere":    {steps.Line{Text: `I apply "secret.yaml"`}, "put it into a doc string"},
		"a pod elsewhere":     {steps.Line{Text: `I create pod "default/web" with image "nginx"`}, "default-${namespace}"},
		"a pod on its own":    {steps.Line{Text: `I create pod "default/web" with image "nginx"`, Isolation: cluster.OwnCluster}, ""},
		"its own elsewhere":   {steps.Line{Text: `deployment "b-${namespace}/web" with image "nginx" runs 1 replica`}, ""},
		"a row elsewhere":     {pods([]string{"name", "image"}, []string{"default/a", "nginx"}), "default-${namespace}"},
		"no time":             {steps.Line{Text: `within 0s node worker-1 is Ready`}, "takes no time"},
		"some time":           {steps.Line{Text: `for 0.5s node worker-1 is Ready`}, ""},
		"no words":            {after(`I run "ls"`, `the command printed " "`), "every output holds"},
		"no lines":            {steps.Line{Text: `the command did not print:`, DocString: text("\n"), Before: []string{`I run "ls"`}}, "every output holds"},
		"no output":           {steps.Line{Text: `the command printed exactly:`, DocString: text(""), Before: []string{`I run on worker-1:`}}, ""},
		"no words within":     {steps.Line{Text: `within 5s "ls" prints " "`}, "every output holds"},
		"no command":          {steps.Line{Text: `the command printed "x"`}, "no command was run"},
		"no command at all":   {after(`I create pod "web" with image "nginx"`, `the output is called "x"`), "no command was run"},
		"what apply printed":  {after(`I apply "good.yaml"`, `the command printed "created"`), ""},
		"pods of no name":     {steps.Line{Text: `for 5s the pods "old" are gone`}, `no pods are called "old": this scenario has called pods nothing yet`},
		"pods of this name":   {after(`the pods of deployment "web" are called "old"`, `for 5s the pods "old" are gone`), ""},
		"pods of a value":     {after(`pod "web" is called "${it}"`, `for 5s the pods "old" are gone`), ""},
		"another name":        {after(`pod "web" is called "odl"`, `I delete the pods "old"`), `has called pods "odl"`},
		"containers of whom":  {steps.Line{Text: `within 5s pod "web" has the containers that "old" had`}, "no pods are called"},
		"until pods":          {steps.Line{Text: `until the pods "old" are gone, within 5s, pod "web" is Pending`}, "no pods are called"},
		"sandboxes of whom":   {steps.Line{Text: `within 5s node worker-1 runs no container of the pods "old"`}, "no pods are called"},
		"Korean names":        {after(`파드 "web"을 "old"라고 부른다`, `5초 안에 "old"라고 부른 파드는 모두 사라진다`), ""},
		"a broken path":       {steps.Line{Text: `within 5s etcd holds pod "web" with {.spec[} "a"`}, "no JSONPath"},
		"a strange kind":      {steps.Line{Text: `within 5s etcd holds gadget "web"`}, "write one of"},
		"a path of a file":    {steps.Line{Text: `within 5s the snapshot "/a" on control-plane-1 holds pod "web" with {.spec[} "a"`}, "no JSONPath"},
		"no TCP rules":        {steps.Line{Text: `within 5s no node has TCP rules for service "web"`}, "leave TCP out"},
		"an unknown value":    {steps.Line{Text: `I run "ping ${ip}"`}, "${ip}; defined: ${namespace}"},
		"a value of before":   {steps.Line{Text: `I run "ping ${ip}"`, Named: []string{"ip"}}, ""},
		"a known value":       {steps.Line{Text: `I run "ping ${ip}"`, Before: []string{`the output is called "ip"`}}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			row.line.Folder = folder
			complains(t, row.line, row.want)
		})
	}
}

func secretIn(namespace, name string) string {
	return "apiVersion: v1\nkind: Secret\nmetadata:\n  name: " + name + "\n  namespace: " + namespace + "\n"
}

const aRole = "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: all}\n"

const aPod = "apiVersion: v1\nkind: Pod\nmetadata: {name: \"web\"}\n"

func after(before, text string) steps.Line {
	return steps.Line{Text: text, Before: []string{before}}
}

func text(content string) *string { return &content }

func pods(rows ...[]string) steps.Line {
	return steps.Line{Text: "I create these pods:", Table: rows}
}

func complains(t *testing.T, in steps.Line, want string) {
	t.Helper()
	found := steps.Match(in.Text)
	if len(found) != 1 {
		t.Fatalf("%q matches %d steps", in.Text, len(found))
	}
	err := found[0].Complaint(in)
	if want == "" && err != nil {
		t.Errorf("it complains: %v", err)
	}
	if want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
		t.Errorf("got %v, want %q", err, want)
	}
}
