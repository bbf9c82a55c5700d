package planner

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/steps"
)

// unmade rejects an expectation that also holds for an object that was never
// created, if nothing else in the scenario mentions the object's name or label. With
// a typo in it, it could never fail. A lab's checks are compared with its text
// instead.
func (m *maker) unmade(s *plan.Scenario) {
	if m.request.Topology != (cluster.Topology{}) || m.request.Checks {
		return
	}
	var mentioned []string
	for _, step := range m.allAlone(s) {
		for _, object := range ofNothing(m.vocabulary.Match(step.Text), step.Text) {
			if mentioned == nil {
				mentioned = m.mentioned(s)
			}
			if !known(object, mentioned) {
				m.wrongIn(s, step, "%q cannot fail: nothing else in the scenario mentions %s %q, and of what was never there it is true; "+
					"make it, or expect something of it, before", step.Text, object.Kind, object.Name)
			}
		}
	}
}

func ofNothing(found []steps.Step, text string) []steps.Object {
	if len(found) != 1 {
		return nil
	}
	return found[0].OfNothing(text)
}

// nameWord matches a word that may be a name.
var nameWord = regexp.MustCompile(`[\pL\pN](?:[\pL\pN.-]*[\pL\pN])?`)

// mentioned returns the words of all other sentences, of their arguments, and of
// the manifests that they apply.
func (m *maker) mentioned(s *plan.Scenario) []string {
	all := []string{}
	for _, step := range m.allAlone(s) {
		found := m.vocabulary.Match(step.Text)
		if len(ofNothing(found, step.Text)) > 0 {
			continue
		}
		all = append(all, nameWord.FindAllString(step.Text+"\n"+everythingBelow(step), -1)...)
		if len(found) == 1 && found[0].Topic == "manifests" {
			all = append(all, nameWord.FindAllString(manifest(s, step), -1)...)
		}
	}
	return all
}

// everythingBelow returns the text of a step's doc string and table.
func everythingBelow(s *plan.Step) string {
	all := []string{s.DocString()}
	if s.Argument != nil && s.Argument.DataTable != nil {
		for _, row := range s.Argument.DataTable.Rows {
			for _, cell := range row.Cells {
				all = append(all, cell.Value)
			}
		}
	}
	return strings.Join(all, "\n")
}

var betweenQuotes = regexp.MustCompile(`"([^"]+)"`)

// manifest returns the content of the file that a step applies, or "".
func manifest(s *plan.Scenario, step *plan.Step) string {
	found := betweenQuotes.FindStringSubmatch(step.Text)
	if found == nil {
		return ""
	}
	content, err := input.ReadFile(filepath.Join(filepath.Dir(s.FileOf(*step)), filepath.FromSlash(found[1])))
	if err != nil {
		return ""
	}
	return string(content)
}

// known reports whether an object may exist: its name is mentioned, a controller
// derives it from a mentioned name (web-5d4f, web-0), it belongs to the cluster, or
// it contains a value that only a run defines. An account may have the rights of
// all accounts.
func known(object steps.Object, mentioned []string) bool {
	name := object.Name
	if object.Kind == steps.Label {
		return knownLabel(name, mentioned)
	}
	if strings.HasSuffix(object.Kind, "user") || strings.HasSuffix(object.Kind, "account") {
		if slices.ContainsFunc(mentioned, everybody.MatchString) {
			return true
		}
	}
	if namespace, of, both := strings.Cut(name, "/"); both {
		if slices.Contains(ownNamespaces, namespace) {
			return true
		}
		name = of
	}
	if strings.ContainsAny(name, "$<:") || slices.Contains(ownNames, name) {
		return true
	}
	return slices.ContainsFunc(mentioned, func(word string) bool {
		return name == word || strings.HasPrefix(name, word+"-")
	})
}

// knownLabel reports whether something may have a label: its key and a value of it are
// mentioned. Kubernetes and kubectl set some keys themselves.
func knownLabel(label string, mentioned []string) bool {
	key, values, _ := strings.Cut(label, "=")
	domain, name, qualified := strings.Cut(key, "/")
	if !qualified {
		name = key
	}
	own := slices.Contains(ownKeys, key) || qualified && strings.HasSuffix("."+domain, ".kubernetes.io")
	if !own && !slices.Contains(mentioned, name) {
		return false
	}
	return slices.ContainsFunc(strings.Split(values, "|"), func(value string) bool {
		return value == "" || slices.Contains(mentioned, value)
	})
}

// ownKeys are those that kubectl and controllers set.
var ownKeys = []string{"app", "run", "job-name", "controller-uid", "pod-template-hash", "controller-revision-hash"}

var everybody = regexp.MustCompile(`^(?:un)?authenticated$|^serviceaccounts$`)

// Names that belong to the cluster itself.
var (
	ownNamespaces = []string{"kube-system", "kube-public", "kube-node-lease", "default"}
	ownNames      = append([]string{"kubernetes", "kubernetes-admin", "kube-root-ca.crt"}, ownNamespaces...)
)
