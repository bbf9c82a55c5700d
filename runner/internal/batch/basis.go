package batch

import (
	"fmt"
	"strings"
	"time"

	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/score"
)

// sameBasis is an input.Error that names each difference between what the
// journal says decides the grades and what does now.
func (j *Journal) sameBasis(now Class, since Since, otherVersions bool) error {
	differ := j.head.rules().Differences(now.rules())
	differ = append(differ, j.entryDifferences(now, since)...)
	versions := j.head.Versions.Differences(now.Versions)
	if !otherVersions {
		differ = append(differ, versions...)
	}
	if len(differ) == 0 {
		return nil
	}
	advice := fmt.Sprintf("go on without these changes, grade into another folder, or show the results under another policy: gherkube regrade %s --policy FILE", j.dir)
	if len(versions) > 0 && !otherVersions {
		advice += "; --other-version goes on with another version than the recorded one"
	}
	return input.Errorf("the class of %s was begun with something else:\n  %s\n%s", j.dir, strings.Join(differ, "\n  "), advice)
}

func (c Class) rules() score.Policy {
	if c.Policy == nil {
		return score.Policy{}
	}
	return *c.Policy
}

// entryDifferences compares whose the graded submissions are, and when they were
// handed in. A submission that was changed was handed in anew.
func (j *Journal) entryDifferences(now Class, since Since) []string {
	recorded := map[string]Entry{}
	for _, e := range j.head.Submissions {
		recorded[e.ID] = e
	}
	var all []string
	for _, e := range now.Submissions {
		was, known := recorded[e.ID]
		if _, graded := j.finished[e.ID]; !known || !graded {
			continue
		}
		if was.Student != e.Student {
			all = append(all, fmt.Sprintf("student of %s: recorded %q, now %q", e.ID, was.Student, e.Student))
		}
		if !was.Submitted.Equal(e.Submitted) && !since.Changed[e.ID] {
			all = append(all, fmt.Sprintf("submission time of %s: recorded %s, now %s", e.ID, said(was.Submitted), said(e.Submitted)))
		}
	}
	return all
}

func said(at time.Time) string {
	if at.IsZero() {
		return "none"
	}
	return at.UTC().Format(time.RFC3339)
}
