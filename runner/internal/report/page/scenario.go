package page

import (
	"cmp"
	"encoding/json"
	"fmt"
	"strings"

	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/fixtures/clock"
	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/record"
	"github.com/gherkube/gherkube/steps/event"
)

// scenario is a scenario as the page shows it.
type scenario struct {
	texts
	Anchor   string
	Order    int    // its place in the plan
	Group    string // where the page shows it
	Lang     string // of its sentences
	Verdict  string
	Title    string
	Rule     string
	Feature  string
	Place    string
	Took     string
	Since    int64 // when it started, in milliseconds, while it runs
	Tags     []string
	Repeat   string
	Topology string
	Why      *step // the step that decided the verdict, unless it passed
	Note     string
	Tries    []*try
}

// try is one try of a scenario.
type try struct {
	Heading  string // empty if there is only one
	Verdict  string
	ID       string // for the IDs of its elements
	Steps    []*step
	Sections []section
	Findings []*finding
	Timeline *line
	Stories  []*sequence
}

type section struct {
	Heading string
	Texts   []string
	Open    bool
}

func scenarioOf(s *model.Scenario, number int, w *Writer, l *live) *scenario {
	in := w.texts
	shown := &scenario{
		texts: in, Lang: cmp.Or(w.languages[s.File], "en"), Anchor: anchor(s.Scenario), Order: number, Group: groupOf(s), Verdict: string(s.Verdict), Title: s.Title(), Rule: s.Rule, Feature: s.Feature,
		Place: s.Place(), Took: span(s.Duration()), Tags: s.Tags, Repeat: s.Repeat,
		Topology: fmt.Sprintf("%s, %s", s.Topology, s.Isolation),
	}
	if s.Flaky() {
		shown.Note = in.T("onTry", len(s.Earlier)+1)
	}
	if s.Verdict == "" {
		shown.Verdict = shown.Group
	}
	if !s.Reached() {
		shown.Took = ""
		return shown
	}
	if s.Running() {
		shown.Took, shown.Since = span(l.Now.Sub(s.Started)), s.Started.UnixMilli()
	}
	shown.tries(s, number, w, l)
	return shown
}

// tries adds the tries of a scenario.
func (shown *scenario) tries(s *model.Scenario, number int, w *Writer, l *live) {
	all := s.Tries()
	for i, one := range all {
		var g *going
		if one == s && s.Running() {
			g = l.going(s)
		}
		t := tryOf(one, fmt.Sprintf("s%d-%d", number+1, i+1), w.texts, w.arguments[s.ID], g)
		if len(all) > 1 {
			t.Heading = w.T("try", i+1)
			t.Verdict = cmp.Or(string(one.Outcome()), running)
		}
		shown.Tries = append(shown.Tries, t)
		if failed := one.FailedStep(); failed != nil && one == s.Decisive() {
			for _, st := range t.Steps {
				if st.of == failed {
					shown.Why = st
				}
			}
		}
	}
}

// kinds are the notes that are shown as text, in order.
var kinds = []event.Kind{event.ClusterTaken, event.Receipt, event.Requests, event.Evidence, event.Cleaned, event.Left}

func tryOf(s *model.Scenario, id string, in texts, args []*messages.PickleStepArgument, g *going) *try {
	t := &try{ID: id}
	for i, st := range s.Steps {
		shown := stepOf(s, i, st, in, args)
		shown.unfinished(g)
		t.Steps = append(t.Steps, shown)
	}
	for _, k := range kinds {
		if notes := s.NotesOf(string(k)); len(notes) > 0 {
			sec := section{Heading: in.T(string(k)), Open: k == event.Evidence}
			for _, n := range notes {
				sec.Texts = append(sec.Texts, stamped(n))
			}
			t.Sections = append(t.Sections, sec)
		}
	}
	t.Findings = findingsOf(s, in)
	t.Timeline = lineOf(s, id, in, g)
	for _, n := range s.NotesOf(string(event.Story)) {
		if told := sequenceOf(n.Data, in); told != nil {
			t.Stories = append(t.Stories, told)
		}
	}
	return t
}

// stamped prefixes a note with its time, unless it has several lines, which have times
// of their own.
func stamped(n model.Note) string {
	if strings.Contains(n.Text, "\n") {
		return n.Text
	}
	return clock.Millis(n.At) + "  " + n.Text
}

// decoded decodes the data of a note. A record may be older than the data, or edited:
// what cannot be decoded is not drawn.
func decoded[T any](data json.RawMessage) (value T, ok bool) {
	if len(data) == 0 {
		return value, false
	}
	err := json.Unmarshal(data, &value)
	return value, err == nil
}

// step is a step as the page shows it.
type step struct {
	texts
	of      *model.Step
	Number  int
	Outcome string
	Took    string
	Since   int64 // when it started, in milliseconds, while it runs
	Keyword string
	Text    string
	Place   string
	Depth   int      // of nested phrases
	Calls   []string // the sentences of phrases that begin here
	Doc     string
	Table   [][]string
	Message []part
	Pre     string
}

// part is one part of a step's message.
type part struct{ Name, Text string }

func stepOf(s *model.Scenario, i int, st *model.Step, in texts, args []*messages.PickleStepArgument) *step {
	shown := &step{
		texts: in, of: st, Number: i + 1, Outcome: string(st.Outcome), Keyword: strings.TrimSpace(st.Keyword), Text: st.Text,
		Place: s.PlaceOf(st.Step), Depth: len(st.Calls), Calls: beginning(s, i),
	}
	if st.Outcome != record.NotRun {
		shown.Took = span(st.Duration())
	}
	shown.argument(argument(s, i, args))
	shown.Message, shown.Pre = partsOf(st.Message, in)
	return shown
}

// beginning returns the sentences of phrases that contain the step and not the one
// before it.
func beginning(s *model.Scenario, i int) (said []string) {
	var before []plan.Call
	if i > 0 {
		before = s.Steps[i-1].Calls
	}
	same := true
	for depth, call := range s.Steps[i].Calls {
		if same = same && depth < len(before) && before[depth] == call; !same {
			said = append(said, strings.TrimSpace(call.Keyword)+" "+call.Text)
		}
	}
	return said
}

// argument returns the table or doc string of a step: phrases have it in the plan,
// other steps in the feature.
func argument(s *model.Scenario, i int, args []*messages.PickleStepArgument) *messages.PickleStepArgument {
	st := s.Steps[i]
	if len(st.Calls) > 0 {
		return st.Below
	}
	own := 0 // its number in the scenario's own file
	for n := 0; n <= i; n++ {
		if calls := s.Steps[n].Calls; len(calls) > 0 {
			own = calls[0].Step
		} else {
			own++
		}
	}
	if own < 1 || own > len(args) {
		return nil
	}
	return args[own-1]
}

func (s *step) argument(a *messages.PickleStepArgument) {
	if a == nil {
		return
	}
	if a.DocString != nil {
		s.Doc = a.DocString.Content
	}
	if a.DataTable != nil {
		for _, row := range a.DataTable.Rows {
			var cells []string
			for _, cell := range row.Cells {
				cells = append(cells, cell.Value)
			}
			s.Table = append(s.Table, cells)
		}
	}
}

// heads are the words that begin the lines of an expectation's report, see package
// observe.
var heads = []string{"saw", "since", "event", "also", "detail", "though", "undecided", "failed"}

// partsOf splits the report of an expectation into what was expected, seen, and since
// when. It returns any other message whole.
func partsOf(message string, in texts) (parts []part, whole string) {
	lines := strings.Split(strings.TrimRight(message, "\n"), "\n")
	if !strings.HasPrefix(lines[0], "expected ") || len(lines) < 2 {
		return nil, message
	}
	parts = []part{{in.T("expected"), strings.TrimPrefix(lines[0], "expected ")}}
	for _, text := range lines[1:] {
		head, rest, found := strings.Cut(strings.TrimSpace(text), ": ")
		if found && contains(heads, head) {
			name := head
			if head == "undecided" || head == "failed" {
				name = "reason"
			}
			parts = append(parts, part{in.T(name), rest})
			continue
		}
		last := &parts[len(parts)-1]
		last.Text += "\n" + strings.TrimPrefix(text, "          ")
	}
	return parts, ""
}

func contains(all []string, one string) bool {
	for _, a := range all {
		if a == one {
			return true
		}
	}
	return false
}
