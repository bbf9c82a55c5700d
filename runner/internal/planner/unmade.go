package planner

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/steps"
)

// unmade refuses an expectation that is true of what nobody ever made, about a
// name or a label that nothing else in the scenario mentions: with a letter wrong in
// it, it could not fail. A lab's checks are held against its text instead.
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

// nameWord is a word that may be a name.
var nameWord = regexp.MustCompile(`[\pL\pN](?:[\pL\pN.-]*[\pL\pN])?`)

// mentioned are the words of all other sentences, what stands below them and in
// the manifests that they name.
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

// everythingBelow is the text of the doc string and the table of a step.
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

// manifest is the content of the file that a step applies, or nothing.
func manifest(s *plan.Scenario, step *plan.Step) string {
	found := betweenQuotes.FindStringSubmatch(step.Text)
	if found == nil {
		return ""
	}
	content, err := os.ReadFile(filepath.Join(filepath.Dir(s.FileOf(*step)), filepath.FromSlash(found[1])))
	if err != nil {
		return ""
	}
	return string(content)
}

// known reports whether an object may be there: its name is mentioned, it is that
// of what a controller makes of something that is (web-5d4f, web-0), it is the
// cluster's own, or it has a value in it that a run gives. An account may have
// the rights that everybody has.
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

// What is of the cluster itself.
var (
	ownNamespaces = []string{"kube-system", "kube-public", "kube-node-lease", "default"}
	ownNames      = append([]string{"kubernetes", "kubernetes-admin", "kube-root-ca.crt"}, ownNamespaces...)
)
