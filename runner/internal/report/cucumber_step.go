package report

import (
	"encoding/base64"
	"fmt"

	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/record"
	"github.com/gherkube/gherkube/steps/event"
)

type cukeStep struct {
	Keyword    string          `json:"keyword"`
	Name       string          `json:"name"`
	Line       int             `json:"line"`
	DocString  *cukeDocString  `json:"doc_string,omitempty"`
	Rows       []cukeRow       `json:"rows,omitempty"`
	Match      cukeMatch       `json:"match"`
	Result     cukeResult      `json:"result"`
	Embeddings []cukeEmbedding `json:"embeddings,omitempty"`
}

type cukeDocString struct {
	Value       string `json:"value"`
	ContentType string `json:"content_type"`
	Line        int    `json:"line"`
}

type cukeRow struct {
	Cells []string `json:"cells"`
}

// cukeMatch identifies a step definition by its pattern, as the catalogue does.
type cukeMatch struct {
	Location string `json:"location"`
}

type cukeResult struct {
	Status   string `json:"status"`
	Duration int64  `json:"duration"` // in nanoseconds
	Error    string `json:"error_message,omitempty"`
}

type cukeEmbedding struct {
	Name     string `json:"name"`
	MimeType string `json:"mime_type"`
	Data     string `json:"data"` // in base64
}

// cukeStatuses maps outcomes to the statuses of the format, which have none for
// undecided. As in Cucumber Messages, "pending" stands for it, since no consumer
// treats that as a success. The message says "undecided".
var cukeStatuses = map[record.Outcome]string{
	record.Passed: "passed", record.Failed: "failed", record.Undecided: "pending", record.NotRun: "skipped",
}

func cukeStepOf(s *model.Scenario, i int, below *messages.PickleStepArgument) cukeStep {
	step := s.Steps[i]
	c := cukeStep{
		Keyword: step.Keyword + " ", Name: step.Text, Line: step.Line,
		Match:  cukeMatch{step.Pattern},
		Result: cukeResult{cukeStatuses[step.Outcome], step.Duration().Nanoseconds(), step.Message},
	}
	if step.Outcome == record.Undecided {
		c.Result.Error = "undecided: " + step.Message
	}
	if text := below.DocString; text != nil {
		c.DocString = &cukeDocString{text.Content, text.MediaType, step.Line + 1}
	}
	if below.DataTable != nil {
		c.Rows = cukeRowsOf(below.DataTable)
	}
	c.Embeddings = embeddingsOf(s, i+1)
	return c
}

func cukeRowsOf(table *messages.PickleTable) []cukeRow {
	var rows []cukeRow
	for _, r := range table.Rows {
		row := cukeRow{}
		for _, cell := range r.Cells {
			row.Cells = append(row.Cells, cell.Value)
		}
		rows = append(rows, row)
	}
	return rows
}

// triesOf returns the earlier tries as embeddings of the first step, because the
// format has no field for them.
func triesOf(s *model.Scenario) []cukeEmbedding {
	var all []cukeEmbedding
	for i, try := range s.Earlier {
		name := fmt.Sprintf("try %d: %s", i+1, try.Verdict)
		all = append(all, cukeEmbedding{name, "text/plain", base64.StdEncoding.EncodeToString([]byte(trial(try)))})
	}
	return all
}

// embeddingsOf returns the notes that were taken in a step. The first step also
// gets the notes from before it. Notes of the kind Seen are left out: the step's
// message contains them. So are notes without text, which are for programs.
func embeddingsOf(s *model.Scenario, number int) []cukeEmbedding {
	var all []cukeEmbedding
	for _, n := range s.Notes {
		if max(1, n.Step) == number && n.Kind != string(event.Seen) && n.Text != "" {
			all = append(all, cukeEmbedding{n.Kind, "text/plain", base64.StdEncoding.EncodeToString([]byte(n.Text))})
		}
	}
	return all
}
