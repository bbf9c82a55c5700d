package grading

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"k8s.io/client-go/kubernetes"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/model"
)

// Defect is the error of a defective lab. Neither the submission nor the machine is
// to blame, and a rerun would end the same way.
type Defect struct {
	At  string // file and line
	Why string
}

// Error says where the lab is defective, and why.
func (d *Defect) Error() string { return fmt.Sprintf("the lab is wrong (%s): %s", d.At, d.Why) }

// defectOf returns the defect of the lab that an error reports, or nil. A feature
// of the lab that is rejected before it runs is a defect, too: it uses a value that
// the setup did not define.
func defectOf(err error) *Defect {
	var defect *Defect
	var refused *input.Error
	switch {
	case errors.As(err, &defect):
		return defect
	case errors.As(err, &refused) && len(refused.Problems) > 0:
		first := refused.Problems[0]
		return &Defect{fmt.Sprintf("%s:%d", first.File, first.Line), strings.TrimSpace(first.Text)}
	}
	return nil
}

// notSetUp is the error of a setup that did not pass.
type notSetUp struct {
	At, Why string
	// Repeats is true if the cluster was observed to contradict the step. If the
	// setup contradicts itself, this happens on every cluster.
	Repeats bool
}

func (n *notSetUp) Error() string {
	return fmt.Sprintf("the lab could not be set up: %s: %s", n.At, n.Why)
}

// setUpEnded returns the error of a setup scenario that did not pass.
func setUpEnded(s *model.Scenario) error {
	step := s.FailedStep()
	if step == nil {
		return fmt.Errorf("the lab could not be set up: %q is %s", s.Name, s.Verdict)
	}
	at, why := s.PlaceOf(step.Step), fmt.Sprintf("%s %s: %s", step.Keyword, step.Text, step.Message)
	if step.Reason == verdict.Defective {
		return &Defect{at, why}
	}
	observed := s.Verdict == verdict.Failed && step.Reason != verdict.Panicked
	return &notSetUp{at, why, observed || step.Reason == verdict.Moot}
}

// contradiction returns the step at which the setup was observed to fail, or nil.
func contradiction(err error) *notSetUp {
	var broken *notSetUp
	if errors.As(err, &broken) && broken.Repeats {
		return broken
	}
	return nil
}

// nowhere returns a function that reports whether a resource type is undefined: the
// API server does not serve it, and no file of the lab that could create it (setup
// or submission) contains its name. nowhere returns nil if the API server's types
// cannot be listed.
func (s *Environment) nowhere() func(string) bool {
	config := s.Cluster.Config()
	config.Timeout = answerTime
	client, err := kubernetes.NewForConfig(config)
	if err != nil {
		return nil
	}
	_, lists, err := client.Discovery().ServerGroupsAndResources()
	if err != nil || len(lists) == 0 {
		return nil
	}
	known := map[string]bool{}
	for _, list := range lists {
		group, _, _ := strings.Cut(list.GroupVersion, "/")
		for _, r := range list.APIResources {
			for _, name := range append([]string{r.Name, r.SingularName, strings.ToLower(r.Kind)}, r.ShortNames...) {
				known[name], known[name+"."+group] = true, true
			}
		}
	}
	return func(resource string) bool {
		return !known[strings.ToLower(resource)] && !saysAnywhere(s.Lab, resource)
	}
}

// saysAnywhere reports whether a file of the lab other than its checks contains a
// word.
func saysAnywhere(l *lab.Lab, word string) (found bool) {
	err := fs.WalkDir(os.DirFS(l.Dir), ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || found || entry.IsDir() || path == lab.ChecksFile {
			return err
		}
		content, err := fs.ReadFile(os.DirFS(l.Dir), path)
		found = strings.Contains(strings.ToLower(string(content)), strings.ToLower(word))
		return err
	})
	return found || err != nil
}

// unanswerable returns the defect of a lab whose own submission leaves a criterion
// undecided although the grader's infrastructure works.
func unanswerable(run *model.Run) *Defect {
	i := slices.IndexFunc(run.Scenarios, func(s *model.Scenario) bool { return s.Verdict == verdict.Undecided })
	if i < 0 {
		return nil
	}
	s := run.Scenarios[i]
	step := cmp.Or(s.FailedStep(), s.Steps[0])
	return &Defect{s.PlaceOf(step.Step), fmt.Sprintf("%s %s: nobody can tell, with the lab's own solution neither: %s", step.Keyword, step.Text, step.Message)}
}
