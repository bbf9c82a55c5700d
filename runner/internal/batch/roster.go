package batch

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gherkube/gherkube/runner/internal/grading"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab"
)

// Roster lists the students of a class and their submissions. Only the instructor
// writes it: a student who could choose the owner of a submission could choose a
// variant. A nil Roster means that the class is open.
type Roster struct {
	path    string
	lines   map[string]row // by the name of the submission's folder
	folders []string       // in order of the file
	wrong   []input.Problem
}

type row struct {
	student string
	number  int
}

// ReadRoster reads a CSV file with a header row. The column "student" holds the
// student IDs that select variants. If folders have other names, the column
// "folder" holds these. Other columns are ignored.
func ReadRoster(path string) (*Roster, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, input.Errorf("--roster: %v", err)
	}
	content = bytes.TrimPrefix(content, []byte("\ufeff")) // the byte order mark of spreadsheets
	r := &Roster{path: path, lines: map[string]row{}}
	if !utf8.Valid(content) {
		r.complain(0, "is not UTF-8")
		return nil, input.Join(r.wrong)
	}
	r.read(content)
	if len(r.wrong) == 0 && len(r.lines) == 0 {
		r.complain(0, "has no students")
	}
	return r, input.Join(r.wrong)
}

func (r *Roster) complain(line int, format string, args ...any) {
	r.wrong = append(r.wrong, input.At(r.path, line, format, args...))
}

func (r *Roster) read(content []byte) {
	table := csv.NewReader(bytes.NewReader(content))
	if heading, _, _ := bytes.Cut(content, []byte("\n")); !bytes.Contains(heading, []byte(",")) && bytes.Contains(heading, []byte(";")) {
		table.Comma = ';' // spreadsheets use it in locales with a decimal comma
	}
	heading, ok := r.next(table)
	if !ok {
		return
	}
	student, folder := column(heading, "student"), column(heading, "folder")
	if student < 0 {
		r.complain(1, "has no column \"student\" in its heading")
		return
	}
	if folder < 0 {
		folder = student
	}
	for {
		cells, ok := r.next(table)
		if !ok {
			return
		}
		line, _ := table.FieldPos(0)
		r.add(lab.StudentID(cells[student]), lab.StudentID(cells[folder]), line)
	}
}

// next reads a line, and records a problem if it cannot.
func (r *Roster) next(table *csv.Reader) ([]string, bool) {
	cells, err := table.Read()
	var wrong *csv.ParseError
	switch {
	case errors.Is(err, io.EOF):
		return nil, false
	case errors.As(err, &wrong):
		r.complain(wrong.Line, "%v", wrong.Err)
		return nil, false
	case err != nil:
		r.complain(0, "%v", err)
		return nil, false
	}
	return cells, true
}

func column(heading []string, name string) int {
	for i, cell := range heading {
		if strings.EqualFold(strings.TrimSpace(cell), name) {
			return i
		}
	}
	return -1
}

func (r *Roster) add(student, folder string, number int) {
	if student == "" || folder == "" {
		r.complain(number, "a student without an id, or without a folder")
		return
	}
	if other, taken := r.lines[folder]; taken {
		r.complain(number, "folder %q is on line %d, too", folder, other.number)
		return
	}
	for _, other := range r.lines {
		if other.student == student {
			r.complain(number, "student %q is on line %d, too", student, other.number)
			return
		}
	}
	r.lines[folder] = row{student, number}
	r.folders = append(r.folders, folder)
}

// own sets the student of a submission.
func (r *Roster) own(e *Entry) {
	if r == nil {
		e.Student = lab.StudentID(e.ID)
		return
	}
	row, known := r.lines[lab.StudentID(e.ID)]
	if !known && e.Problem == "" {
		e.Problem = problem(e.Dir, fmt.Sprintf("belongs to nobody: %s has no line for %q", grading.Shown(r.path), e.ID))
	}
	e.Student = row.student
}

// is reports whether a path is the roster.
func (r *Roster) is(path string) bool {
	if r == nil {
		return false
	}
	one, err := os.Stat(r.path)
	if err != nil {
		return false
	}
	other, err := os.Stat(path)
	return err == nil && os.SameFile(one, other)
}

// Matches returns an input.Error if no submission is left to grade, which says why of
// each one, and which folders of the roster do not exist.
func (r *Roster) Matches(handed []Entry) error {
	if r == nil || slices.ContainsFunc(handed, func(e Entry) bool { return e.Problem == "" }) {
		return nil
	}
	problems := []input.Problem{{Text: fmt.Sprintf("--roster %s: nothing is left to grade, as no submission is one of its students", grading.Shown(r.path))}}
	there := map[string]bool{}
	for _, e := range handed {
		problems = append(problems, input.Problem{Text: e.Problem})
		there[lab.StudentID(e.ID)] = true
	}
	for _, folder := range r.folders {
		if !there[folder] {
			problems = append(problems, input.At(r.path, r.lines[folder].number, "no submission is a folder %q", folder))
		}
	}
	return input.Join(problems)
}

// Missing returns the students without a submission.
func (r *Roster) Missing(handed []Entry) []string {
	if r == nil {
		return nil
	}
	there := map[string]bool{}
	for _, e := range handed {
		there[lab.StudentID(e.ID)] = true
	}
	var all []string
	for _, folder := range r.folders {
		if !there[folder] {
			all = append(all, r.lines[folder].student)
		}
	}
	return all
}
