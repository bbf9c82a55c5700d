package batch

import (
	"fmt"
	"strings"
	"time"

	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/score"
)

// sameBasis returns an input.Error that lists each difference between the recorded
// basis of the grades and the current one.
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

// entryDifferences compares the students and times of submission of graded
// submissions. Submissions that were changed are left out, because they were handed
// in again.
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
