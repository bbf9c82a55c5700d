package report

import (
	"errors"
	"io"

	"github.com/gherkube/gherkube/runner/internal/format"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/report/page"
	"github.com/gherkube/gherkube/runner/internal/terminal"
)

// htmlView writes one page for the whole run.
type htmlView struct{ out io.Writer }

func newHTML(out io.Writer, _ Style) View { return htmlView{out} }

// Finished does nothing: the page begins with the failures.
func (h htmlView) Finished(*model.Scenario) error { return nil }

// End writes the page.
func (h htmlView) End(run *model.Run) error { return page.Write(h.out, run) }

// CanCompare returns an input.Error if a format cannot compare two runs: only html can.
func CanCompare(specs []Spec) error {
	for _, spec := range specs {
		if spec.Name != "html" {
			return input.Errorf("two records are compared as a page: --format html, or --format html:FILE, and no other format")
		}
	}
	return nil
}

// Compare writes a page that compares a run with an earlier one.
func Compare(specs []Spec, stdout io.Writer, before, after *model.Run, names [2]string) error {
	places, err := format.Open(specs, stdout)
	if err != nil {
		return err
	}
	var errs []error
	for i, out := range places.Writers {
		if err := page.Compare(terminal.Data(out), before, after, names); err != nil {
			places.Drop(i)
			errs = append(errs, err)
		}
	}
	return errors.Join(append(errs, places.Close())...)
}
