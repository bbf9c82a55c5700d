package score

import (
	"fmt"
	"io"
	"strings"
)

// moodle writes a gradebook for Moodle's import (docs.moodle.org, Grade import).
// The importer maps each column by hand, and finds a user by one of them: e-mail
// addresses if all student names are addresses, ID numbers otherwise. The import
// drops a grade without feedback, so every lab has both columns. An empty grade
// counts as none (grade/import/csv/classes/load_data.php).
func moodle(w io.Writer, results []Result, style Style) error {
	labs, students, scores, err := byStudent(results)
	if err != nil {
		return err
	}
	head := []string{identity(students)}
	for _, r := range labs {
		head = append(head, cell(r.Title), cell(r.Title+" (feedback)"))
	}
	feedback := map[string]string{}
	for _, r := range results {
		feedback[r.who()+"\x00"+r.Lab] = r.feedback(style.momentOf(&r))
	}
	rows := [][]string{head}
	for _, student := range students {
		row := []string{cell(student)}
		for _, r := range labs {
			row = append(row, scores[student][r.Lab], cell(feedback[student+"\x00"+r.Lab]))
		}
		rows = append(rows, row)
	}
	return table(w, rows)
}

func identity(students []string) string {
	for _, s := range students {
		if !strings.Contains(s, "@") {
			return "ID number"
		}
	}
	return "Email address"
}

// feedback returns the text beside a student's score: the verdict of each visible
// criterion, without what was seen.
func (r *Result) feedback(m Moment) string {
	shown := r.ForStudent(m)
	if !r.Gradable {
		return shown.String()
	}
	lines := []string{r.String()}
	if r.lateness() != "" {
		lines = append(lines, r.lateness())
	}
	for _, c := range shown.Criteria {
		lines = append(lines, fmt.Sprintf("%s %d/%d: %s", c.Verdict, c.Earned, c.Points, c.Name))
		if c.advice != "" {
			lines = append(lines, "  "+line(c.advice))
		}
	}
	if shown.Hidden > 0 {
		lines = append(lines, shown.hiddenNote())
	}
	return strings.Join(lines, "\n")
}
