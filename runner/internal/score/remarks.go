package score

import (
	"strings"

	"github.com/gherkube/gherkube/runner/internal/report/page"
)

// english has the words of everything that is for programs or for records.
var english = page.In("en")

// remarksIn returns the remarks about the result as a whole in the language of a page.
func (r *Result) remarksIn(in page.Texts) (remarks []string) {
	if !r.Gradable {
		remarks = append(remarks, r.whyIn(in))
	}
	if r.Hidden > 0 {
		remarks = append(remarks, r.hiddenIn(in))
	}
	for _, h := range r.Hints {
		remarks = append(remarks, h.in(in))
	}
	if r.Late.Days > 0 {
		remarks = append(remarks, r.Late.in(in))
	}
	for _, note := range r.Notes {
		remarks = append(remarks, noteIn(in, note))
	}
	return remarks
}

func (h Hint) in(in page.Texts) string { return in.T("hintRemark", h.Number, h.Task, -h.Cost) }

// in describes the lateness penalty, if there is one.
func (l Late) in(in page.Texts) string {
	if l.Days == 1 {
		return in.T("lateDay", decimal(l.Percent))
	}
	return in.T("lateDays", l.Days, decimal(l.Percent))
}

// whyIn says why the result has no score.
func (r *Result) whyIn(in page.Texts) string {
	switch {
	case r.Refused:
		return in.T("malformed", r.Problem)
	case r.Problem != "":
		return in.T("notGradable", problemIn(in, r.Problem))
	case r.Undecided() == 0:
		return in.T("hiddenOpen")
	}
	return in.T("criteriaOpen", r.Undecided(), len(r.Criteria))
}

// problemIn translates what a student is told of a problem. What the cluster or a
// program said stays as it was said.
func problemIn(in page.Texts, problem string) string {
	switch problem {
	case notYours:
		return in.T("notYours")
	case notYoursEither:
		return in.T("notYoursEither")
	}
	if rest, is := strings.CutPrefix(problem, "the lab is wrong ("); is {
		if at, why, found := strings.Cut(rest, "): "); found {
			return in.T("labWrong", at, why)
		}
	}
	return problem
}

func (r *Result) hiddenIn(in page.Texts) string {
	points := in.T("manyPoints", r.HiddenPoints)
	if r.HiddenPoints == 1 {
		points = in.T("onePoint")
	}
	if r.Hidden == 1 {
		return in.T("hiddenOne", points)
	}
	return in.T("hiddenMany", r.Hidden, points)
}

// messageIn translates a message of a criterion that no observation made.
func messageIn(in page.Texts, message string) string {
	if message == notJudged {
		return in.T("notJudged")
	}
	return message
}
