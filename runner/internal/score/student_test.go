package score

import (
	"encoding/base64"
	"fmt"
	"html"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/input"
)

// telling returns a result with a distinct word in each field for the instructor.
func telling() (r Result, words []string) {
	word := func(what string) string {
		words = append(words, "only-"+what)
		return "only-" + what
	}
	r = result("ada", failed, failed, failed, failed)
	r.Values = map[string]string{"broken": word("value")}
	r.Output, r.Found, r.Record = word("output"), word("found"), word("record")
	for i := range r.Criteria {
		c := &r.Criteria[i]
		c.Sentence, c.Evidence = word(fmt.Sprintf("sentence-%d", i)), []string{word(fmt.Sprintf("evidence-%d", i))}
		if i > 0 { // the first criterion is visible
			c.Name, c.Message = word(fmt.Sprintf("name-%d", i)), word(fmt.Sprintf("message-%d", i))
		}
	}
	return r, words
}

// decoded returns the text of a format, without base64 and character references.
func decoded(out []byte) string {
	if content, err := base64.StdEncoding.DecodeString(strings.TrimSpace(string(out))); err == nil {
		return string(content)
	}
	return html.UnescapeString(string(out))
}

// TestStudentsReadNothingThatIsForTheInstructor compares each format for students
// with the same format for instructors, which does contain the words.
func TestStudentsReadNothingThatIsForTheInstructor(t *testing.T) {
	r, words := telling()
	for _, f := range Formats {
		if f.reader == instructors {
			continue
		}
		got := decoded(write(t, f, []Result{r}, Style{Student: true}))
		if !strings.Contains(got, "nobody is behind it") {
			t.Errorf("%s does not say what is shown:\n%s", f.Name, got)
		}
		for _, word := range words {
			if strings.Contains(got, word) {
				t.Errorf("%s tells a student of %s:\n%s", f.Name, word, got)
			}
		}
	}
	all := string(write(t, Named("json"), []Result{r}, Style{}))
	for _, word := range words {
		if !strings.Contains(all, word) {
			t.Errorf("the instructor is not told of %s", word)
		}
	}
}

func TestTheJSONSaysForWhomItIs(t *testing.T) {
	for who, style := range map[string]Style{"instructor": {}, "student": {Student: true, Moment: Moment{Published: true}}} {
		if got := string(write(t, Named("json"), class()[:1], style)); !strings.Contains(got, `"for": "`+who+`"`) {
			t.Errorf("%s: %s", who, got)
		}
	}
}

// TestAProblemTellsStudentsNothingOfTheSetup checks a failed setup, whose sentence
// says what is broken in the lab.
func TestAProblemTellsStudentsNothingOfTheSetup(t *testing.T) {
	r := result("dan", undecided, undecided, undecided, undecided)
	r.MarkUngradable("the lab could not be set up: setup.feature:3: Given the kubelet has a wrong CA")
	for _, f := range Formats {
		got := decoded(write(t, f, []Result{r}, Style{Student: f.reader != instructors}))
		if strings.Contains(got, "wrong CA") {
			t.Errorf("%s: %s", f.Name, got)
		}
	}
	if got := string(write(t, Named("text"), []Result{r}, Style{})); !strings.Contains(got, "wrong CA") {
		t.Errorf("the instructor is not told: %s", got)
	}
}

// TestEveryFormatTellsWhomToBlame checks that formats say what to do: correct the
// submission, or run it again. Canvas has no field for this.
func TestEveryFormatTellsWhomToBlame(t *testing.T) {
	of := func(refused bool) Result {
		r := result("flo", undecided, undecided, undecided, undecided)
		r.MarkUngradable("solve.sh:2: is not UTF-8")
		r.Refused = refused
		return r
	}
	for _, f := range Formats {
		for _, style := range []Style{{}, {Student: true}} {
			if f.Name == "canvas" || f.reader == instructors && style.Student {
				continue
			}
			mend := decoded(write(t, f, []Result{of(true)}, style))
			again := decoded(write(t, f, []Result{of(false)}, style))
			const toMend = "not gradable: mend the submission"
			if !strings.Contains(mend, toMend) || strings.Contains(mend, "rerun") || strings.Contains(mend, "again") {
				t.Errorf("%s, refused: %s", f.Name, mend)
			}
			if !strings.Contains(again, "not gradable: ") || strings.Contains(again, toMend) {
				t.Errorf("%s, to be run again: %s", f.Name, again)
			}
			if f.Name != "csv" && !strings.Contains(mend, "solve.sh:2: is not UTF-8") {
				t.Errorf("%s does not say what to mend: %s", f.Name, mend)
			}
		}
	}
}

func TestNoStudentReadsOfAnother(t *testing.T) {
	for _, f := range Formats {
		err := f.Write(&strings.Builder{}, class()[:2], Style{Student: true})
		if !input.Is(err) || !f.Single && f.reader == asked && !strings.Contains(err.Error(), "results of ada and of bob") {
			t.Errorf("%s: %v", f.Name, err)
		}
		if f.reader == instructors && !input.Is(f.Fits(1, true)) {
			t.Errorf("%s is for students too", f.Name)
		}
	}
	two := []Result{result("ada", passed, passed, passed, passed), result("ada", failed, passed, passed, passed)}
	two[1].Lab = "dns"
	if err := Named("text").Write(&strings.Builder{}, two, Style{Student: true}); err != nil {
		t.Errorf("two labs of one student: %v", err)
	}
}
