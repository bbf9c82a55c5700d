package cli

import (
	"os"
	"path/filepath"

	"github.com/gherkube/gherkube/runner/internal/batch"
	"github.com/gherkube/gherkube/runner/internal/format"
	"github.com/gherkube/gherkube/runner/internal/grading"
)

// inputs returns what the reports of a grade must not change, besides the
// submissions.
func (o *gradeOptions) inputs(labDir string) []format.Input {
	return []format.Input{
		{Name: "the roster", Path: o.roster}, {Name: "the record", Path: o.record}, {Name: "the record", Path: o.resume},
		{Name: "the lab", Path: labDir},
	}
}

// submissionInputs returns what the reports must not change of submissions.
func submissionInputs(entries []batch.Entry) (all []format.Input) {
	for _, e := range entries {
		all = append(all, submissionInput(e.Dir)...)
	}
	return all
}

// submissionInput returns the folder of a submission. In CI, it is the working
// directory, where reports belong: then the files that decide the grade are kept.
func submissionInput(dir string) (all []format.Input) {
	if here, err := os.Getwd(); dir == "" || err != nil || !format.In(here, dir) {
		return []format.Input{{Name: "the submission", Path: dir}}
	}
	submission, err := grading.ReadSubmission(dir)
	if err != nil {
		return nil // reported when it is graded
	}
	for _, path := range submission.Used() {
		all = append(all, format.Input{Name: "the submission", Path: filepath.Join(dir, path)})
	}
	return all
}
