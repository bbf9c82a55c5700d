package page

import (
	"html/template"

	"github.com/gherkube/gherkube/fixtures/diagnostics"
	"github.com/gherkube/gherkube/runner/internal/model"
)

// findingsLimit bounds the findings on a page, in bytes of HTML. A suite that fails as a
// whole would otherwise make a page that no browser likes to open.
const findingsLimit = 2 << 20

// finding is an item of diagnostics as the page shows it.
type finding struct{ Title, Text string }

func findingsOf(s *model.Scenario, in texts) (all []*finding) {
	for _, item := range s.Diagnostics() {
		all = append(all, &finding{in.titleOf(item), item.Shown()})
	}
	return all
}

// titleOf returns the heading of an item.
func (t texts) titleOf(item diagnostics.Item) string {
	switch {
	case item.Kind == diagnostics.Journal:
		return t.T("journalOf", item.Unit, item.Node)
	case item.Kind == diagnostics.Log && item.Previous:
		return t.T("lastLogOf", item.Container, item.Object)
	case item.Kind == diagnostics.Log:
		return t.T("logOf", item.Container, item.Object)
	}
	return t.T("describe", item.Object)
}

// limit leaves out the texts of the findings that a page has no room for. The page has
// the failed scenarios first.
func (p *page) limit() {
	left := findingsLimit
	for _, g := range p.Groups {
		for _, s := range g.Scenarios {
			for _, t := range s.Tries {
				for _, f := range t.Findings {
					if left -= len(template.HTMLEscapeString(f.Text)); left < 0 {
						f.Text = p.T("noRoom")
					}
				}
			}
		}
	}
}
