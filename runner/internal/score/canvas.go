package score

import (
	"io"
	"slices"
	"strconv"

	"github.com/gherkube/gherkube/runner/internal/input"
)

// canvas writes a gradebook as Canvas imports it (instructure/canvas-lms,
// lib/gradebook_importer.rb): columns for the student, a column for each
// assignment, and a row with the possible points. Canvas finds students by ID, SIS
// User ID, SIS Login ID, and finally name; it finds assignments by name. Any other
// column would become an assignment, so there is none for the state. An empty cell
// is a submission that is not graded.
func canvas(w io.Writer, results []Result, _ Style) error {
	labs, students, scores, err := byStudent(results)
	if err != nil {
		return err
	}
	head := []string{"Student", "ID", "SIS User ID", "SIS Login ID", "Section"}
	worth := []string{"    Points Possible", "", "", "", ""}
	for _, r := range labs {
		head = append(head, cell(r.Title))
		worth = append(worth, strconv.Itoa(r.Total))
	}
	rows := [][]string{head, worth}
	for _, student := range students {
		row := []string{cell(student), "", "", cell(student), ""}
		for _, lab := range labs {
			row = append(row, scores[student][lab.Lab])
		}
		rows = append(rows, row)
	}
	return table(w, rows)
}

// byStudent returns what a gradebook with one row per student needs: the labs, the
// students, and the late-adjusted scores. Two results of a student in the same lab
// are an error, because it is unclear which one counts.
func byStudent(results []Result) (labs []Result, students []string, scores map[string]map[string]string, err error) {
	scores = map[string]map[string]string{}
	for _, r := range results {
		if !slices.ContainsFunc(labs, func(other Result) bool { return other.Lab == r.Lab }) {
			labs = append(labs, r)
		}
		if r.who() == "" {
			return nil, nil, nil, input.Errorf("a result of lab %s says of no student: grade it with --student", r.Lab)
		}
		if scores[r.who()] == nil {
			students, scores[r.who()] = append(students, r.who()), map[string]string{}
		}
		if _, twice := scores[r.who()][r.Lab]; twice {
			return nil, nil, nil, input.Errorf("there are two results of %s in lab %s: give the one that counts", r.who(), r.Lab)
		}
		scores[r.who()][r.Lab] = r.adjusted()
	}
	return labs, students, scores, nil
}
