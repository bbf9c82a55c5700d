package score

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/input"
)

// TestWhatIsNotGradableHasNoScore checks that no format shows a score for a result
// with one undecided criterion.
func TestWhatIsNotGradableHasNoScore(t *testing.T) {
	r := result("eve", passed, passed, passed, undecided)
	r.Points = 9
	show := func(name string) string {
		return string(write(t, Named(name), []Result{r}, Style{Moment: Moment{Published: true}}))
	}
	var got []map[string]any
	if err := json.Unmarshal([]byte(show("json")), &got); err != nil || got[0]["points"] != nil || got[0]["adjusted"] != nil || got[0]["state"] != string(NotGradable) {
		t.Errorf("json: %v, %v", got, err)
	}
	for _, name := range []string{"text", "markdown", "junit", "csv", "moodle"} {
		if out := show(name); strings.Contains(out, "9 of") || strings.Contains(out, "9 /") || strings.Contains(out, `"9"`) ||
			strings.Contains(out, ",9") || !strings.Contains(out, "not gradable") {
			t.Errorf("%s: %s", name, out)
		}
	}
	if rows, err := csv.NewReader(strings.NewReader(show("canvas"))).ReadAll(); err != nil || rows[2][5] != "" {
		t.Errorf("canvas: %v, %v", rows, err)
	}
	if out := show("gradescope"); strings.Contains(out, `"score"`) {
		t.Errorf("gradescope: %s", out)
	}
}

func TestResultsAreReadAgain(t *testing.T) {
	first := class()[1]
	content, err := json.Marshal(first)
	if err != nil {
		t.Fatal(err)
	}
	var again Result
	if err := json.Unmarshal(content, &again); err != nil {
		t.Fatal(err)
	}
	second, err := json.Marshal(again)
	if err != nil || !bytes.Equal(content, second) {
		t.Errorf("%v:\n%s\n%s", err, content, second)
	}
}

func TestGradebooksOfSeveralLabs(t *testing.T) {
	other := result("ada", failed, passed, passed, passed)
	other.Lab, other.Title = "dns", "A name that nobody knows"
	results := []Result{result("ada", passed, passed, passed, passed), other, result("bob", passed, passed, passed, failed)}
	got := string(write(t, Named("canvas"), results, Style{}))
	if want := "Student,ID,SIS User ID,SIS Login ID,Section,A web that is broken,A name that nobody knows\n" +
		"\"    Points Possible\",,,,,10,10\nada,,,ada,,10,6\nbob,,,bob,,9,\n"; got != want {
		t.Errorf("canvas: %s", got)
	}
	if got := string(write(t, Named("csv"), results, Style{})); !strings.Contains(got, "dns: task 1: The web answers (4)") {
		t.Errorf("csv: %s", got)
	}
}

func TestGradebooksAskWhoAndWhich(t *testing.T) {
	nobody := result("", passed, passed, passed, passed)
	nobody.Submission = ""
	twice := []Result{result("ada", passed, passed, passed, passed), result("ada", failed, failed, failed, failed)}
	for _, name := range []string{"canvas", "moodle"} {
		for want, results := range map[string][]Result{"says of no student": {nobody}, "two results of ada": twice} {
			if err := Named(name).Write(&bytes.Buffer{}, results, Style{}); !input.Is(err) || !strings.Contains(err.Error(), want) {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

func TestMoodleKnowsStudentsByTheirAddresses(t *testing.T) {
	r := result("ada@school.example", passed, passed, passed, passed)
	if got := string(write(t, Named("moodle"), []Result{r}, Style{})); !strings.HasPrefix(got, "Email address,") {
		t.Errorf("%s", got)
	}
}

func TestAFormatOfOneSubmissionRefusesMore(t *testing.T) {
	for _, name := range []string{"gradescope", "github-classroom"} {
		if err := Named(name).Write(&bytes.Buffer{}, class(), Style{}); !input.Is(err) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
