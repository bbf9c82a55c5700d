package page

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/fixtures/clock"
	"github.com/gherkube/gherkube/fixtures/timeline"
)

// sequence is who did what in which order, as a sequence diagram: a column for each
// component, and an arrow to the API server for each action.
type sequence struct {
	texts
	Columns []string
	Lines   []string // the x of each column's lifeline
	Rows    []act
}

// act is one action.
type act struct {
	Time, After string
	Did, What   string
	Who         string
	Row         string // the row of the step's table
	From, To    string // x of the arrow; equal for what happens in one component
	Left        bool
}

const apiServer = "API server"

// sequenceOf draws a story; nil if there is none.
func sequenceOf(data json.RawMessage, in texts) *sequence {
	story, ok := decoded[timeline.Story](data)
	if !ok || len(story) == 0 {
		return nil
	}
	s := &sequence{texts: in, Columns: columns(story)}
	for i := range s.Columns {
		s.Lines = append(s.Lines, s.x(i))
	}
	server := slices.Index(s.Columns, apiServer)
	for _, a := range story {
		from := slices.Index(s.Columns, a.Who)
		to := server
		if strings.HasPrefix(a.Who, "containerd") {
			to = from
		}
		shown := act{
			Time: clock.Millis(a.At), After: "+" + span(a.At.Sub(story[0].At)), Did: a.Did, What: a.What, Who: a.Who,
			From: s.x(from), To: s.x(to), Left: to < from,
		}
		if a.Row > 0 {
			shown.Row = in.T("row", a.Row)
		}
		s.Rows = append(s.Rows, shown)
	}
	return s
}

// columns returns the components in order of their first action, the API server after
// the first.
func columns(story timeline.Story) []string {
	var all []string
	for _, a := range story {
		if !slices.Contains(all, a.Who) {
			all = append(all, a.Who)
		}
	}
	return slices.Insert(all, 1, apiServer)
}

func (s *sequence) x(column int) string {
	return percent((float64(column) + 0.5) / float64(len(s.Columns)))
}
