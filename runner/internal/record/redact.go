package record

import (
	"bytes"
	"encoding/json"
)

// Redacted returns the event without secrets in its texts. It never changes the
// structure, even if a secret equals part of it.
func (e Event) Redacted(hide func(string) string) Event {
	e.Text = hide(e.Text)
	if len(e.Data) == 0 {
		return e
	}
	decoder := json.NewDecoder(bytes.NewReader(e.Data))
	decoder.UseNumber()
	var value any
	if decoder.Decode(&value) != nil {
		e.Data = nil
		return e
	}
	changed := false
	value = redacted(value, func(text string) string {
		hidden := hide(text)
		changed = changed || hidden != text
		return hidden
	})
	if changed { // else the data stays as it was written
		e.Data, _ = json.Marshal(value) // cannot fail, since it was parsed from JSON
	}
	return e
}

func redacted(value any, hide func(string) string) any {
	switch v := value.(type) {
	case string:
		return hide(v)
	case []any:
		for i := range v {
			v[i] = redacted(v[i], hide)
		}
	case map[string]any:
		for key := range v {
			v[key] = redacted(v[key], hide)
		}
	}
	return value
}
