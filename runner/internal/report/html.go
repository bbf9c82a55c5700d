package report

import (
	"io"

	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/report/page"
)

// htmlView writes one page for the whole run.
type htmlView struct{ out io.Writer }

func newHTML(out io.Writer, _ Style) View { return htmlView{out} }

// Finished does nothing: the page begins with the failures.
func (h htmlView) Finished(*model.Scenario) error { return nil }

// End writes the page.
func (h htmlView) End(run *model.Run) error { return page.Write(h.out, run) }
