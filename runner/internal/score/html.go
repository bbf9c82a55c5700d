package score

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/gherkube/gherkube/fixtures/clock"
	"github.com/gherkube/gherkube/runner/internal/report/page"
)

// asHTML writes a page of the results. A page of several students begins with the
// class.
func asHTML(w io.Writer, results []Result, style Style) error {
	in := page.In(style.Language)
	g := page.Grades{Language: in.Lang, Title: in.T("results")}
	for i, r := range results {
		g.Results = append(g.Results, r.page(i, in))
	}
	if len(results) == 1 {
		g.Title = results[0].Title
	}
	if !style.Student && len(results) > 1 {
		g.Class = classOf(results, in)
	}
	return page.WriteGrades(w, g)
}

func (r *Result) page(number int, in page.Texts) page.Grade {
	g := page.Grade{
		Anchor: fmt.Sprintf("r%d", number+1), Title: r.Title, Who: r.who(), State: in.T("state." + string(r.State())), Verdict: string(r.shown()),
	}
	if counted, known := r.counted(); known {
		g.Score = in.T("pointsOf", counted.Points, counted.Total)
		g.Share = share(counted.Points, counted.Total)
	}
	if pass := r.pass(); pass != "" {
		g.Facts = append(g.Facts, page.Fact{Name: in.T("didPass"), Value: in.T(pass, r.PassMark)})
	}
	if !r.Submitted.IsZero() {
		g.Facts = append(g.Facts, page.Fact{Name: in.T("submitted"), Value: clock.Minute(r.Submitted)})
	}
	g.Facts = append(g.Facts, page.Fact{Name: in.T("graded"), Value: clock.Minute(r.Finished)})
	if r.Record != "" {
		g.Facts = append(g.Facts, page.Fact{Name: in.T("record"), Value: r.Record})
	}
	g.Remarks = r.remarksIn(in)
	g.Tasks = r.tasks(in)
	for _, f := range []page.Fact{{Name: in.T("wrote"), Value: r.Output}, {Name: in.T("stood"), Value: r.Found}} {
		if strings.TrimSpace(f.Value) != "" {
			g.Folded = append(g.Folded, f)
		}
	}
	return g
}

// OfCheck returns the result of a check as the page of a running lab shows it to its
// student, in the language of the page.
func (r Result) OfCheck(in page.Texts) page.Grade {
	r = cleaned(r.ForStudent(Moment{}))
	advise([]Result{r}, in.Lang)
	g := r.page(0, in)
	r.Hints = nil // the page has them beside their tasks
	g.Remarks = r.remarksIn(in)
	return g
}

func share(part, whole int) string {
	if whole <= 0 {
		return "0%"
	}
	return strconv.Itoa(max(0, min(100, 100*part/whole))) + "%"
}

// tasks groups the criteria by task, with subtotals before hints.
func (r *Result) tasks(in page.Texts) (tasks []page.Task) {
	_, known := r.counted()
	places, sums := map[int]int{}, map[int]*Points{}
	for _, c := range r.Criteria {
		at, there := places[c.Task]
		if !there {
			at = len(tasks)
			places[c.Task], sums[c.Task] = at, &Points{}
			tasks = append(tasks, page.Task{Number: c.Task, Name: in.T("task", c.Task)})
		}
		sum := sums[c.Task]
		sum.Points, sum.Total = sum.Points+c.Earned, sum.Total+c.Points
		if known {
			key := "pointsOf"
			if sum.Total == 1 {
				key = "pointOf"
			}
			tasks[at].Score = in.T(key, sum.Points, sum.Total)
		}
		tasks[at].Criteria = append(tasks[at].Criteria, page.Criterion{
			Verdict: string(c.Verdict), Name: c.Name, Score: c.outOf(), Sentence: c.Sentence, Message: messageIn(in, c.Message), Advice: c.advice, Evidence: c.Evidence,
		})
	}
	return tasks
}

// classOf computes the statistics of the results that have a score.
func classOf(results []Result, in page.Texts) *page.Class {
	class := &page.Class{}
	var graded []Result
	for _, r := range results {
		if r.State() == Graded && r.Total > 0 {
			graded = append(graded, r)
		}
	}
	class.Graded, class.Ungraded = len(graded), len(results)-len(graded)
	if len(graded) == 0 {
		return class
	}
	slices.SortStableFunc(graded, func(a, b Result) int { return cmp.Compare(b.Points*a.Total, a.Points*b.Total) })
	class.Bins, class.Mean = bins(graded)
	class.Items = items(graded, in)
	return class
}

// bins counts the scores in tenths of the points.
func bins(graded []Result) (all []page.Bin, mean string) {
	counts, most, sum := [10]int{}, 1, 0.0
	for _, r := range graded {
		percent := 100 * r.Points / r.Total
		n := min(9, max(0, percent/10))
		counts[n]++
		most = max(most, counts[n])
		sum += 100 * float64(r.Points) / float64(r.Total)
	}
	const room, top = 84, 16 // of the drawing's height
	for i, n := range counts {
		height := room * n / most
		all = append(all, page.Bin{
			Label: fmt.Sprintf("%d-%d", 10*i, 10*i+9+i/9), N: n, X: fmt.Sprintf("%d%%", 10*i),
			Height: strconv.Itoa(height), Y: strconv.Itoa(top + room - height),
		})
	}
	return all, fmt.Sprintf("%.0f%%", sum/float64(len(graded)))
}

// items lists the criteria, the most difficult first. The results are sorted by score.
func items(graded []Result, in page.Texts) (all []page.Item) {
	type item struct{ met, of, better, betterOf, other, otherOf int }
	counts, order := map[string]*item{}, []string{}
	for i, r := range graded {
		for _, c := range r.Criteria {
			name := in.T("item", r.Title, c.Task, c.Name)
			if counts[name] == nil {
				counts[name] = &item{}
				order = append(order, name)
			}
			n, met := counts[name], 0
			if c.Earned == c.Points {
				met = 1
			}
			n.met, n.of = n.met+met, n.of+1
			if i < len(graded)/2 {
				n.better, n.betterOf = n.better+met, n.betterOf+1
			} else if i >= (len(graded)+1)/2 {
				n.other, n.otherOf = n.other+met, n.otherOf+1
			}
		}
	}
	slices.SortStableFunc(order, func(a, b string) int {
		return cmp.Compare(counts[a].met*counts[b].of, counts[b].met*counts[a].of)
	})
	for _, name := range order {
		n, tells := counts[name], ""
		if n.betterOf > 0 && n.otherOf > 0 {
			tells = fmt.Sprintf("%.2f", float64(n.better)/float64(n.betterOf)-float64(n.other)/float64(n.otherOf))
		}
		all = append(all, page.Item{Name: name, Met: in.T("metOf", n.met, n.of), Share: share(n.met, n.of), Tells: tells})
	}
	return all
}
