package score

import (
	"fmt"
	"strings"
	"testing"
)

// audience is a reader of a result at a moment.
type audience string

const (
	theInstructor audience = "instructor"
	working       audience = "student, before the due time"
	due           audience = "student, after the due time"
	published     audience = "student, published"
)

var styles = map[audience]Style{
	theInstructor: {Moment: Moment{Published: true}},
	working:       {Student: true},
	due:           {Student: true, Moment: Moment{Due: true}},
	published:     {Student: true, Moment: Moment{Published: true}},
}

// TestEveryFormatCarriesThePointsItsReaderNeeds uses a result of 7 of 10 points: 4
// of 4 always visible, 2 of 2 visible after the due time, 0 of 3 visible once
// published, and 1 of 1 never visible. Each row lists what a reader must find.
func TestEveryFormatCarriesThePointsItsReaderNeeds(t *testing.T) {
	rows := map[string]map[audience][]string{
		"text": {
			theInstructor: {"4/4", "2/2", "0/3", "1/1", "7 of 10 points, passed"},
			working:       {"4/4", "4 of 4 points for the visible criteria; 3 criteria worth 6 points are hidden"},
			due:           {"4/4", "2/2", "6 of 6 points for the visible criteria; 2 criteria worth 4 points are hidden"},
			published:     {"4/4", "2/2", "0/3", "1 criterion worth 1 point is hidden", "7 of 10 points, passed"},
		},
		"markdown": {
			theInstructor: {"| graded | 7 / 10 | 7 / 10 | yes |", "| failed | 0 / 3 | 2 |"},
			working:       {"| 4 / 4 | 4 / 4 |  |", "3 criteria worth 6 points are hidden"},
			due:           {"| 6 / 6 | 6 / 6 |  |", "2 criteria worth 4 points are hidden"},
			published:     {"| graded | 7 / 10 | 7 / 10 | yes |", "1 criterion worth 1 point is hidden"},
		},
		"json": {
			theInstructor: {`"points": 7`, `"total": 10`},
			working:       {`"points": null`, `"shown": {"points": 4,"total": 4}`, `"hidden": 3`, `"hiddenPoints": 6`},
			due:           {`"points": null`, `"shown": {"points": 6,"total": 6}`, `"hidden": 2`, `"hiddenPoints": 4`},
			published:     {`"points": 7`, `"total": 10`, `"hidden": 1`, `"hiddenPoints": 1`},
		},
		"junit": {
			theInstructor: {property("points", 7), property("total", 10)},
			working:       {property("shownPoints", 4), property("shownTotal", 4), property("hidden", 3), property("hiddenPoints", 6)},
			due:           {property("shownPoints", 6), property("shownTotal", 6), property("hidden", 2), property("hiddenPoints", 4)},
			published:     {property("points", 7), property("total", 10), property("hidden", 1), property("hiddenPoints", 1)},
		},
		"html": {
			theInstructor: {"7 of 10 points", "yes (the pass mark is", "0 / 3", "4 / 4"},
			working:       {"4 of 4 points", "3 criteria worth 6 points are hidden"},
			due:           {"6 of 6 points", "2 criteria worth 4 points are hidden"},
			published:     {"7 of 10 points", "1 criterion worth 1 point is hidden"},
		},
		"csv":        {theInstructor: {",graded,7,7,10,yes,"}},
		"canvas":     {theInstructor: {`Points Possible",,,,,10`, "ada,,,ada,,7"}},
		"moodle":     {theInstructor: {"ada,7,", "7 of 10 points", "passed 4/4: The web answers", "failed 0/3: The viewer may look", "1 criterion worth 1 point is hidden"}},
		"gradescope": {theInstructor: {`"score": 7,`, `"score": 4, "max_score": 4`}},
		"github-classroom": {
			working:   {`"max_score":4,`, `"score":4}`, `"name":"not counted: 3 criteria worth 6 points are hidden","status":"pass","score":0`},
			due:       {`"max_score":6,`, `"score":4}`, `"score":2}`, "2 criteria worth 4 points are hidden"},
			published: {`"max_score":10,`, `"name":"1 criterion worth 1 point is hidden","status":"pass","score":1`},
		},
	}
	for _, f := range Formats {
		if len(rows[f.Name]) == 0 {
			t.Errorf("format %s has no row", f.Name)
		}
		for who, want := range rows[f.Name] {
			t.Run(f.Name+"/"+string(who), func(t *testing.T) {
				got := oneLine(decoded(write(t, f, []Result{result("ada", passed, passed, failed, passed)}, styles[who])))
				for _, part := range want {
					if !strings.Contains(got, oneLine(part)) {
						t.Errorf("%s is missing:\n%s", part, got)
					}
				}
				if (who == working || who == due) && strings.Contains(got, "7 of 10") {
					t.Errorf("the hidden verdicts can be told from the score:\n%s", got)
				}
			})
		}
	}
}

func property(name string, value int) string {
	return fmt.Sprintf(`<property name="%s" value="%d">`, name, value)
}

// oneLine removes the layout of JSON.
func oneLine(text string) string { return strings.Join(strings.Fields(text), "") }

func TestNeverShownCriteriaAreNotRevealedWhileStudentsWork(t *testing.T) {
	r := result("ada", passed, passed, passed, failed)
	r.Criteria = r.Criteria[2:]
	r.Criteria[0].Visibility = "always"
	if shown := r.ForStudent(Moment{}); shown.State() != Withheld || strings.Contains(shown.String(), "of 10") {
		t.Errorf("%s: %s", shown.State(), &shown)
	}
	if shown := r.ForStudent(Moment{Due: true}); shown.State() != Graded {
		t.Errorf("after the due time: %s", shown.State())
	}
}
