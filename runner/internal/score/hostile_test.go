package score

import (
	"encoding/base64"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// hostile are texts that break formats without escaping.
var hostile = []string{
	`commas, "quotes" and 'apostrophes'`, "two\nlines", "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", ";=1",
	"not \xff UTF-8", "\x1b[31mred\x1b[0m \x1b]0;title\x07", "\x1bPq\x1b\\", "bell\x07, nul\x00, del\x7f, c1\u0085\u009b31m",
	"]]> </testcase>", "<script>alert(1)</script>", "</details>", "| a | b |", "```\nout\n````", "@everyone [x](http://x) ![y](z)",
	"::error file=x::gotcha", "  ::stop-commands::x", "##[error]gotcha", "\u202eturned", "\ufffe", "$(rm) `id` ${x}", "Points Possible",
}

// hostileResult returns a failed result with the text in every field. Formats show
// all details of a failed result.
func hostileResult(text string) Result {
	r := result("ada", failed, failed, failed, undecided)
	r.Title, r.Submission, r.Notes = text, text, []string{text}
	if clean(text) != "" { // an empty name would be left out
		r.Student = text
	}
	r.Values, r.Output, r.Found = map[string]string{"name": text}, text, text
	for i := range r.Criteria {
		c := &r.Criteria[i]
		c.Name, c.Sentence, c.Message, c.Evidence = c.Name+" "+text, text, text, []string{text}
	}
	r.Criteria[0].Name = text
	return r
}

// reads parses the output of each format as its consumers do.
var reads = map[string]func(string) error{
	"json":       func(out string) error { return json.Unmarshal([]byte(out), new([]map[string]any)) },
	"gradescope": func(out string) error { return json.Unmarshal([]byte(out), new(map[string]any)) },
	"junit":      readXML,
	"csv":        readCSV, "canvas": readCSV, "moodle": readCSV,
	"markdown": readMarkdown,
	"github-classroom": func(out string) error {
		content, err := base64.StdEncoding.DecodeString(strings.TrimSpace(out))
		if err != nil {
			return err
		}
		return errors.Join(json.Unmarshal(content, new(map[string]any)), harmless(string(content)))
	},
	"html": func(out string) error {
		if strings.Contains(out, "<script") || strings.Count(out, "</details>") != strings.Count(out, "<details") {
			return errors.New("an element")
		}
		return nil
	},
	"text": func(string) error { return nil },
}

func TestHostileTextIsOnlyText(t *testing.T) {
	for _, f := range Formats {
		for _, text := range hostile {
			got := string(write(t, f, []Result{hostileResult(text)}, Style{Moment: Moment{Published: true}}))
			if err := errors.Join(harmless(got), reads[f.Name](got)); err != nil {
				t.Errorf("%s of %q: %v:\n%s", f.Name, text, err, got)
			}
		}
	}
}

// TestEveryTextIsCleaned fills all fields of a result by reflection, so that new
// fields are checked too.
func TestEveryTextIsCleaned(t *testing.T) {
	var r Result
	fill(reflect.ValueOf(&r).Elem())
	if text := fmt.Sprintf("%+v", r); !strings.Contains(text, "\x07") {
		t.Fatal("nothing was filled in")
	}
	if text := fmt.Sprintf("%+v", cleaned(r)); strings.Contains(text, "\x07") {
		t.Errorf("%q", text)
	}
}

// fill puts a bell character into every string, except for types whose values are
// constants of ours.
func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		if v.Type().PkgPath() == "" {
			v.SetString("bell\x07")
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				fill(v.Field(i))
			}
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0))
	case reflect.Map:
		v.Set(reflect.ValueOf(map[string]string{"bell\x07": "bell\x07"}))
	}
}

var command = regexp.MustCompile(`(?m)^\s*::[A-Za-z-]+.*::|##\[`)

// harmless checks that output is safe for terminals and CI logs.
func harmless(out string) error {
	switch {
	case !utf8.ValidString(out):
		return errors.New("not UTF-8")
	case strings.ContainsFunc(out, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }):
		return errors.New("a control character")
	case strings.ContainsAny(out, "\u202e\ufffe"):
		return errors.New("a character that is not to be seen")
	case command.MatchString(out):
		return errors.New("a command to GitHub Actions")
	}
	return nil
}

func readXML(out string) error {
	decoder := xml.NewDecoder(strings.NewReader(out))
	cases := 0
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "testcase" {
			cases++
		}
	}
	if cases != 4 {
		return errors.New("not four cases")
	}
	return nil
}

func readCSV(out string) error {
	rows, err := csv.NewReader(strings.NewReader(out)).ReadAll() // rejects rows of different lengths
	for _, row := range rows {
		for _, c := range row {
			if c != "" && strings.ContainsAny(c[:1], "=+-@\t\r") || strings.HasPrefix(c, "＝") {
				return errors.New("a formula")
			}
		}
	}
	return err
}

var ours = regexp.MustCompile(`^<details><summary>[A-Za-z ]+</summary>$|^</details>$`)

// readMarkdown checks that tables keep their columns and that there is no foreign
// HTML element outside code blocks.
func readMarkdown(out string) error {
	fence := ""
	for _, l := range strings.Split(out, "\n") {
		switch ticks := len(l) - len(strings.TrimLeft(l, "`")); {
		case fence == "" && ticks >= 3:
			fence = l[:ticks]
		case fence != "" && l == fence:
			fence = ""
		case fence != "":
		case strings.HasPrefix(l, "|") && strings.Count(l, "|") != 5 && strings.Count(l, "|") != 7:
			return errors.New("a row of another length: " + l)
		case strings.Contains(l, "<") && !ours.MatchString(l):
			return errors.New("an element: " + l)
		}
	}
	if fence != "" {
		return errors.New("a block that does not end")
	}
	return nil
}
