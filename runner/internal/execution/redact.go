package execution

import (
	"cmp"
	"encoding/json"

	"github.com/gherkube/gherkube/fixtures/redact"
	"github.com/gherkube/gherkube/fixtures/timeline"
	"github.com/gherkube/gherkube/runner/internal/record"
	"github.com/gherkube/gherkube/steps"
	"github.com/gherkube/gherkube/steps/event"
)

// redacted removes secrets from an event. Every text passes through it on its way to the
// record, and all reports are views of the record. It does not query the cluster, unless
// Redact does: the suite has listed the Secrets after a failure.
func (s *recorder) redacted(e record.Event) record.Event {
	if s.x.Redact != nil {
		return s.x.Redact(e)
	}
	s.mu.Lock()
	secrets := s.secrets
	s.mu.Unlock()
	switch {
	case e.Text == "" && len(e.Data) == 0:
		return e
	case secrets == nil:
		return e.Redacted(redact.Of(nil)) // tokens and keys
	case secrets.Unknown() != nil && !checked(e):
		e.Text, e.Data = secrets.Checked(cmp.Or(e.Text, e.Note)), nil
		return e
	}
	return e.Redacted(secrets.Hide)
}

// checked reports whether what may show unknown Secrets has been left out of an event
// already. Diagnostics say so item by item.
func checked(e record.Event) bool { return e.Note == string(event.Diagnostics) }

// began keeps what redacts the scenario's texts, and passes on how the scenario can be
// looked at while it runs.
func (s *recorder) began(_ string, begun steps.Begun) {
	s.mu.Lock()
	s.secrets = begun.Secrets
	s.mu.Unlock()
	if s.x.OnBegin != nil {
		s.x.OnBegin(s.planned.ID, func() (sofar timeline.Timeline) {
			seen := s.redacted(noteOf(event.Event{Kind: event.Timeline, Data: begun.Timeline()}))
			_ = json.Unmarshal(seen.Data, &sofar) // empty if it is left out
			return sofar
		})
	}
}
