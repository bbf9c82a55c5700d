package score

import (
	"bytes"
	"encoding/json"
	"io"
)

// asJSON writes complete results.
func asJSON(w io.Writer, results []Result, _ Style) error { return indented(w, results) }

// indented writes a value as indented JSON.
func indented(w io.Writer, value any) error {
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(value)
}

// MarshalJSON adds the audience and the state, so that results for the instructor
// are not passed on by mistake. A score that does not exist is null.
func (r Result) MarshalJSON() ([]byte, error) {
	type plain Result
	shown := struct {
		For string `json:"for"`
		plain
		State    State    `json:"state"`
		Points   *int     `json:"points"`
		Adjusted *float64 `json:"adjusted"` // the points minus the lateness penalty
		Passed   *bool    `json:"passed"`
	}{For: "instructor", plain: plain(r), State: r.State()}
	if r.forStudent {
		shown.For = "student"
	}
	if shown.State == Graded {
		adjusted := r.Adjusted()
		shown.Points, shown.Adjusted, shown.Passed = &r.Points, &adjusted, &r.Passed
	}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(shown)
	return out.Bytes(), err
}
