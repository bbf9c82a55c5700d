package grading

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/gherkube/gherkube/fixtures/cluster"
)

// Submission is a student's submission, read completely as data.
type Submission struct {
	ID        string // the name of its folder
	Files     []cluster.File
	Submitted time.Time // the time of submission, if known
}

// Script is the file that runs a submission. Without it, the manifests are applied
// in order of their names.
const Script = "solve.sh"

// Command returns the command line that runs the submission, or "" if it contains
// only answers.
func (s *Submission) Command() string {
	var manifests []string
	for _, f := range s.Files {
		if f.Path == Script {
			return "bash " + Script
		}
		if isManifest(f.Path) {
			manifests = append(manifests, "--filename="+quoted(f.Path))
		}
	}
	if len(manifests) == 0 {
		return ""
	}
	slices.Sort(manifests)
	return "kubectl apply " + strings.Join(manifests, " ")
}

const answersPrefix = "answers/"

// Used returns the paths of the files that decide the grade: the script or the
// manifests, and the answers.
func (s *Submission) Used() (paths []string) {
	scripted := slices.ContainsFunc(s.Files, func(f cluster.File) bool { return f.Path == Script })
	for _, f := range s.Files {
		if f.Path == Script || strings.HasPrefix(f.Path, answersPrefix) || !scripted && isManifest(f.Path) {
			paths = append(paths, f.Path)
		}
	}
	return paths
}

// isManifest reports whether a file is applied if there is no script.
func isManifest(name string) bool {
	return !strings.HasPrefix(name, answersPrefix) && slices.Contains([]string{".yaml", ".yml", ".json"}, path.Ext(name))
}

// Parts splits the submission into working files and answers.
func (s *Submission) Parts() (work, answers []cluster.File) {
	for _, f := range s.Files {
		if rest, ok := strings.CutPrefix(f.Path, answersPrefix); ok {
			answers = append(answers, cluster.File{Path: rest, Mode: f.Mode, Content: f.Content})
			continue
		}
		work = append(work, f)
	}
	return work, answers
}

func quoted(word string) string { return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'" }

// fill replaces the variables in one of the lab's own submissions with a student's
// values.
func (s *Submission) fill(with func(string) string) *Submission {
	filled := &Submission{ID: s.ID}
	for _, f := range s.Files {
		if utf8.Valid(f.Content) {
			f.Content = []byte(with(string(f.Content)))
		}
		filled.Files = append(filled.Files, f)
	}
	return filled
}

// Own reads one of the lab's own submissions (solution, right/NAME or wrong/NAME)
// with the values of one student.
func Own(dir string, fill func(string) string) (*Submission, error) {
	s, err := ReadSubmission(dir)
	if err != nil {
		return nil, fmt.Errorf("the lab's own submission: %w", err)
	}
	return s.fill(fill), nil
}
