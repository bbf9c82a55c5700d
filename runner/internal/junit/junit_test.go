package junit_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/junit"
	"github.com/gherkube/gherkube/runner/internal/junitschema"
)

// suite returns a suite with a text in every field.
func suite(text string) *junit.Suite {
	s := &junit.Suite{Name: text, Properties: []junit.Property{{Name: text, Value: text}}}
	s.Time = junit.Seconds(90 * time.Minute)
	for _, v := range []verdict.Verdict{verdict.Passed, verdict.Failed, verdict.Undecided} {
		c := junit.Case{Class: text, Name: text, Group: text, Time: junit.Seconds(time.Second), Output: text}
		c.Blame(v, &junit.Fault{Message: text, Text: text})
		c.Rerun(verdict.Undecided, &junit.Fault{Message: text, Text: text}, text)
		c.Rerun(verdict.Failed, &junit.Fault{Message: text, Text: text}, text)
		s.Count(v)
		s.Cases = append(s.Cases, c)
	}
	return s
}

func written(t *testing.T, text string) string {
	t.Helper()
	var out bytes.Buffer
	if err := suite(text).Write(&out); err != nil {
		t.Fatal(err)
	}
	for _, schema := range []junitschema.Schema{junitschema.Jenkins, junitschema.Surefire} {
		if err := schema.Check(out.Bytes()); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
	return out.String()
}

func TestWhatXMLLacksIsShown(t *testing.T) {
	got := written(t, "\x1b[31m\u202e]]> <a> & \"\x00\xff\ufffe")
	if want := `\x1b[31m\u202e]]&gt; &lt;a&gt; &amp; &#34;\x00\xff\ufffe`; !strings.Contains(got, want) {
		t.Errorf("%s lacks %s", got, want)
	}
}

// FuzzWrite puts arbitrary bytes into every field: the document must match the
// schemas.
func FuzzWrite(f *testing.F) {
	f.Add("plain")
	f.Add("\x1b]0;x\x07 ]]> \xff\ufffe\U000E0041 \r\n")
	f.Fuzz(func(t *testing.T, text string) { written(t, text) })
}
