package manifest

import (
	"strings"
	"testing"
)

func TestManifestsAreDecodedStrictly(t *testing.T) {
	const deployment = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  selector: {matchLabels: {a: b}}\n  template:\n    metadata: {labels: {a: b}}\n    spec: {containers: [{name: web, image: nginx}]}\n"
	for name, row := range map[string]struct {
		text, want string
		line       int
	}{
		"right":                 {deployment, "", 0},
		"an unknown field":      {strings.Replace(deployment, "spec:\n", "spec:\n  replica: 3\n", 1), `unknown field "spec.replica"`, 5},
		"deep in the second":    {"---\n" + deployment + "---\n" + strings.Replace(deployment, "image:", "imag:", 1), `unknown field "spec.template.spec.containers[0].imag"`, 18},
		"twice":                 {deployment + "kind: Deployment\n", `key "kind" already set in map`, 1},
		"of a wrong type":       {strings.Replace(deployment, "spec:\n", "spec:\n  replicas: three\n", 1), "replicas", 1},
		"of a type to be known": {strings.Replace(deployment, "spec:\n", "spec:\n  replicas: ${n}\n", 1), "", 0},
		"no such kind":          {strings.Replace(deployment, "Deployment", "Deploymnet", 1), `no kind "Deploymnet" in apps/v1`, 1},
		"no such version":       {strings.Replace(deployment, "apps/v1", "apps/v7", 1), `no kind "Deployment" in apps/v7`, 1},
		"of a CRD":              {"apiVersion: example.com/v1\nkind: Backup\nmetadata: {name: x}\nspec: {any: 1}\n", "", 0},
		"in a list":             {"apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n  metadata: {name: x}\n  spec: {container: []}\n", `unknown field "spec.container"`, 7},
		"no YAML":               {"a: [", "", 0},
	} {
		t.Run(name, func(t *testing.T) {
			got := Errors(row.text)
			switch {
			case row.want == "" && len(got) > 0, row.want != "" && len(got) != 1:
				t.Errorf("got %+v", got)
			case row.want != "" && (!strings.Contains(got[0].Text, row.want) || got[0].Line != row.line):
				t.Errorf("got %+v, want line %d, %s", got[0], row.line, row.want)
			}
		})
	}
}
