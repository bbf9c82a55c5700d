package score

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/report/page"
)

// latin finds words of a Latin script, other than quotations.
var latin = regexp.MustCompile(`[A-Za-z]{2,}`)

// remarked returns results with every remark that gherkube makes.
func remarked() (all []Result) {
	graded := result("ada", failed, failed, passed, passed)
	graded.Hints = []Hint{{Task: 1, Number: 1, Cost: 0}, {Task: 1, Number: 2, Cost: 1}}
	graded.Late = Late{Days: 1, Percent: 10}
	graded.Notes = []string{"control measurement passed: 1", `"1" was left out: 2`, "3 ended with code 1 after 2s"}
	later := graded
	later.Late = Late{Days: 3, Percent: 12.5}
	open := result("eve", undecided, undecided, passed, passed)
	open.Criteria[0].Message, open.Gradable = notJudged, false
	unknown := result("kim", passed, passed, passed, passed)
	unknown.Gradable = false
	refused := result("lee", undecided, undecided, undecided, undecided)
	refused.MarkUngradable("1:2")
	refused.Refused = true
	defective := result("han", undecided, undecided, undecided, undecided)
	defective.MarkLabDefective("1:2", "3")
	machine := result("dan", undecided, undecided, undecided, undecided)
	machine.MarkUngradable(notYours)
	all = []Result{graded, later, open, unknown, refused, defective, machine}
	for _, r := range all[:len(all):len(all)] {
		all = append(all, r.ForStudent(Moment{}))
	}
	return all
}

// TestAKoreanPageHasNoEnglishRemark draws every remark in both languages.
func TestAKoreanPageHasNoEnglishRemark(t *testing.T) {
	for _, r := range remarked() {
		in := r.remarksIn(page.In("en"))
		ko := r.remarksIn(page.In("ko"))
		if len(in) != len(ko) || len(in) == 0 {
			t.Fatalf("%s: %d remarks in English, %d in Korean", r.Student, len(in), len(ko))
		}
		for i := range ko {
			if found := latin.FindString(ko[i]); found != "" {
				t.Errorf("%q has the English word %q", ko[i], found)
			}
			if !latin.MatchString(in[i]) || strings.Contains(in[i], "%!") || strings.Contains(ko[i], "%!") {
				t.Errorf("English: %q, Korean: %q", in[i], ko[i])
			}
		}
	}
	if got := messageIn(page.In("ko"), notJudged); latin.MatchString(got) {
		t.Errorf("got %q", got)
	}
}

// TestTheEnglishRemarksAreThoseOfOtherFormats compares the page with the Markdown.
func TestTheEnglishRemarksAreThoseOfOtherFormats(t *testing.T) {
	for _, r := range remarked() {
		got, want := strings.Join(r.remarksIn(page.In("en")), "\n"), strings.Join(append(r.allRemarks(), r.Notes...), "\n")
		if got != want {
			t.Errorf("%s: the page says\n%s\nand other formats\n%s", r.Student, got, want)
		}
	}
}

// TestEachNoteIsTranslated looks into the sources of package grading for the notes that
// it writes.
func TestEachNoteIsTranslated(t *testing.T) {
	sources, err := filepath.Glob("../grading/*.go")
	if err != nil {
		t.Fatal(err)
	}
	written := regexp.MustCompile(`\.note\(("(?:[^"\\]|\\.)*")`)
	found := 0
	for _, source := range sources {
		content, err := os.ReadFile(source)
		if err != nil {
			t.Fatal(err)
		}
		for _, match := range written.FindAllSubmatch(content, -1) {
			format, err := strconv.Unquote(string(match[1]))
			if err != nil {
				t.Fatal(err)
			}
			found++
			note := regexp.MustCompile(`%[a-z]`).ReplaceAllString(format, "7")
			if ko := noteIn(page.In("ko"), note); latin.MatchString(ko) {
				t.Errorf("%s: %q is %q in Korean", source, note, ko)
			}
		}
	}
	if found < 6 {
		t.Errorf("only %d notes: the search proves nothing", found)
	}
	for _, note := range []string{"bash solve.sh was ended after 2m0s: 7", "the folder of answers is a link: it has to be a folder of its own", `"a\"b" was left out: 7`} {
		if noteIn(page.In("ko"), note) == note || noteIn(page.In("en"), note) != note {
			t.Errorf("%q is not translated", note)
		}
	}
}
