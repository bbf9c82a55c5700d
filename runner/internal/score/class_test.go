package score

import (
	"time"

	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/runner/internal/lab"
)

var noon = time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)

// criterion returns a criterion with points, as in the lab of the tests.
func criterion(name string, task, points int, v lab.Visibility, judged verdict.Verdict) Criterion {
	c := Criterion{Criterion: lab.Criterion{Name: name, Task: task, Points: points, Visibility: v}, Verdict: judged}
	switch judged {
	case verdict.Passed:
		c.Earned = points
	case verdict.Failed:
		c.Sentence = `Then within 5s service "web" answers`
		c.Message = "expected service \"web\" to answer\n     saw: nobody is behind it"
		c.Feedback = lab.Feedback{Text: "Look at the endpoints of web.", Korean: "web의 엔드포인트를 보세요."}
		c.Evidence = []string{"12:00:01.000  service \"web\"  endpoints: none"}
	case verdict.Undecided:
		c.Message = "the API server did not answer for 12s"
	}
	return c
}

// result returns a result of the lab of the tests, from the verdicts of its
// criteria.
func result(student string, verdicts ...verdict.Verdict) Result {
	r := Result{
		Lab: "broken-web", Title: "A web that is broken", Submission: student + "-1", Student: student,
		Started: noon, Finished: noon.Add(83 * time.Second), Total: 10, PassMark: 66, Gradable: true,
		Record: "grades/" + student,
	}
	r.Criteria = []Criterion{
		criterion("The web answers", 1, 4, lab.Always, verdicts[0]),
		criterion("The web stays up", 1, 2, lab.AfterDue, verdicts[1]),
		criterion("The viewer may look", 2, 3, lab.AfterPublish, verdicts[2]),
		criterion("The viewer may not delete", 2, 1, lab.Never, verdicts[3]),
	}
	for _, c := range r.Criteria {
		r.Points += c.Earned
		r.Gradable = r.Gradable && c.Verdict != verdict.Undecided
	}
	r.Passed = r.Gradable && r.Points*100 >= r.PassMark*r.Total
	return r
}

const (
	passed    = verdict.Passed
	failed    = verdict.Failed
	undecided = verdict.Undecided
)

// class has one result of each kind: all right; partly wrong, with a hint, and
// late; not gradable; setup failed; submission malformed; lab defective.
func class() []Result {
	late := result("bob", passed, passed, failed, failed)
	late.Hints = []Hint{{Task: 1, Number: 2, Cost: 1}}
	late.Points--
	late.Submitted = noon.Add(25 * time.Hour)
	late.Late = Late{Days: 2, Percent: 20}
	late.Output, late.Found = "role.rbac created", "pod/web-1  Running"
	late.Notes = []string{"bash solve.sh ended with code 1 after 2.1s"}
	lost := result("dan", undecided, undecided, undecided, undecided)
	lost.MarkUngradable("the lab could not be set up: the machine ran out of memory")
	refused := result("flo", undecided, undecided, undecided, undecided)
	refused.MarkUngradable("class/flo/solve.sh:2: is not UTF-8")
	refused.Refused = true
	for i := range refused.Criteria {
		refused.Criteria[i].Message = "it was not judged"
	}
	wrong := result("gil", passed, undecided, passed, passed)
	wrong.Criteria[1].Defect = "labs/broken-web/checks.feature:14"
	wrong.Criteria[1].Sentence = `Then within 5s "kubectl get pod --watsh" prints "web"`
	wrong.Criteria[1].Message = "error: unknown flag: --watsh"
	wrong.blameLab()
	return []Result{result("ada", passed, passed, passed, passed), late, result("eve", passed, failed, undecided, passed), lost, refused, wrong}
}
