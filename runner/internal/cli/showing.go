package cli

import (
	"errors"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/gherkube/gherkube/runner/internal/format"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/score"
	"github.com/gherkube/gherkube/runner/internal/terminal"
)

// showing is how a command shows results: its flags, and their values.
type showing struct {
	formats        []string
	reader         string
	policyFile     string
	due            string
	published      bool
	policy         score.Policy // from the flags
	specs          []format.Spec
	places         *format.Places
	language       string // of results; empty for that of the criteria
	width          int    // of the terminal; 0 for no limit
	color, student bool
	replaced       []string
}

// The audiences of results.
const (
	instructor = "instructor"
	student    = "student"
)

func (s *showing) flags(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringArrayVar(&s.formats, "format", nil, "result format: "+strings.Join(score.Names(), ", ")+"; FORMAT:FILE writes to a file; can be repeated (default text)")
	flags.StringVar(&s.reader, "for", instructor, "audience: instructor, or student (without hidden criteria)")
	flags.StringVar(&s.policyFile, "policy", "", "file with the due time, deductions for lateness, and whether results are published")
	flags.StringVar(&s.due, "due", "", "due time, overriding the policy; criteria hidden until then are shown afterwards")
	flags.BoolVar(&s.published, "published", false, "show criteria that are hidden until results are published")
	feedbackLanguageFlag(cmd, &s.language)
	choices(cmd, "format", score.Names()...)
	choices(cmd, "for", instructor, student)
}

// helpWidth is how many columns the texts of commands have.
const helpWidth = 80

// formatTable lists the formats for the help text.
func formatTable() string {
	var rows [][]string
	for _, f := range score.Formats {
		rows = append(rows, []string{"  " + f.Name, f.Meaning})
	}
	return "Formats:\n" + strings.TrimRight(terminal.Table(rows, helpWidth), "\n")
}

// parse reports all errors in the flags, for the given number of results.
func (s *showing) parse(results int) error {
	var formatErr, policyErr, readerErr error
	s.specs, formatErr = format.Choice{Names: score.Names(), Standard: "text"}.Parse(s.formats)
	if s.student = s.reader == student; !s.student && s.reader != instructor {
		readerErr = input.Errorf("--for %s: it is for the instructor or for the student", s.reader)
	}
	for _, spec := range s.specs {
		formatErr = errors.Join(formatErr, score.Named(spec.Name).Fits(results, s.student))
	}
	formatErr = input.Merge(formatErr, format.Check(s.specs), s.apart(format.Input{Name: "the policy", Path: s.policyFile}))
	policyErr = s.readPolicy()
	return input.Merge(formatErr, policyErr, readerErr)
}

// apart returns an input.Error for formats that go to a file that is read, or that lie
// in a folder that is.
func (s *showing) apart(inputs ...format.Input) error { return format.Apart(s.specs, inputs...) }

// readPolicy reads the policy; flags override the file.
func (s *showing) readPolicy() (err error) {
	if s.policyFile != "" {
		content, err := os.ReadFile(s.policyFile) // it may be a pipe: --policy <(...)
		if err != nil {
			return input.Errorf("--policy %s: %v", s.policyFile, input.Cause(err))
		}
		if s.policy, err = score.ParsePolicy(s.policyFile, content); err != nil {
			return err
		}
	}
	s.policy, err = s.over(nil)
	return err
}

// over returns a recorded policy with the flags applied: a policy file replaces it
// completely, --due and --published replace their parts.
func (s *showing) over(recorded *score.Policy) (p score.Policy, err error) {
	p = s.policy
	if s.policyFile == "" && recorded != nil {
		p = *recorded
	}
	p.Published = p.Published || s.published
	if s.due != "" {
		if p.Due, err = moment("due", s.due); err != nil {
			return p, err
		}
	}
	if p.Late.PerDay != 0 && p.Due.IsZero() {
		return p, input.Errorf("--policy %s: it says what lateness takes off, and not when results were due: give due, or --due", s.policyFile)
	}
	return p, nil
}

// moment parses a time, by default in this machine's time zone.
func moment(flag, text string) (time.Time, error) {
	if at, err := time.Parse(time.RFC3339, text); err == nil {
		return at, nil
	}
	for _, layout := range []string{"2006-01-02T15:04", "2006-01-02 15:04"} {
		if at, err := time.ParseInLocation(layout, text, time.Local); err == nil {
			return at, nil
		}
	}
	return time.Time{}, input.Errorf("--%s %s: write a time as 2026-11-20T17:00, or with its zone as 2026-11-20T17:00:00+01:00", flag, text)
}

// parseClass is parse for the results of several students.
func (s *showing) parseClass() error {
	err := s.parse(many)
	if s.student {
		err = input.Merge(err, input.Errorf("--for student: a class is graded for its instructor; then gherkube regrade RECORD --for student shows each student's own"))
	}
	return err
}

// many stands for the number of results of a class; formats only distinguish one
// and several.
const many = 2

// open checks the files of the formats before anything starts; show replaces them.
func (s *showing) open(a *app) (err error) {
	s.color, s.width = a.terminal.Color, a.terminal.Width()
	s.places, err = format.Open(s.specs, a.terminal.Stdout)
	return err
}

// show applies the policy, by default the recorded one of each result, and writes
// the results. open must have been called before. If the policy cannot be applied
// to a result, show reports an error and leaves the result out, unless it has no
// points anyway.
func (s *showing) show(results []score.Result) error {
	var ready []score.Result
	var errs []error
	for _, r := range results {
		r, err := s.apply(r)
		if err != nil && r.Gradable { // without points there is no penalty
			errs = append(errs, err)
			continue
		}
		ready = append(ready, r)
	}
	written := s.write(ready)
	return errors.Join(written, s.places.Close(), input.Merge(errs...))
}

// apply applies the policy for a result, and stores it in the result's basis.
func (s *showing) apply(r score.Result) (score.Result, error) {
	basis := score.Basis{}
	if r.Basis != nil {
		basis = *r.Basis
	}
	p, err := s.over(basis.Policy)
	if err != nil {
		return r, err
	}
	if basis.Policy != nil {
		s.replaced = append(s.replaced, basis.Policy.Differences(p)...)
	}
	basis.Policy = p.Rules()
	r.Basis = &basis
	return p.Apply(r)
}

// replacements lists the rules of recorded policies that the flags have replaced.
func (s *showing) replacements() []string {
	slices.Sort(s.replaced)
	return slices.Compact(s.replaced)
}

func (s *showing) write(results []score.Result) error {
	if len(results) == 0 { // the files of earlier results stay
		for i := range s.specs {
			s.places.Drop(i)
		}
		return nil
	}
	var errs []error
	for i, spec := range s.specs {
		style := score.Style{Color: s.color && spec.File == "", Student: s.student, Now: time.Now(), Language: s.language, Complete: spec.File != ""}
		if spec.File == "" {
			style.Width = s.width
		}
		if err := score.Named(spec.Name).Write(place(spec.Name, s.places.Writers[i]), results, style); err != nil {
			s.places.Drop(i)
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// place returns the writer for a format: the text format is for people, all others
// are for programs.
func place(format string, out io.Writer) io.Writer {
	if format == "text" {
		return terminal.Clean(out)
	}
	return terminal.Data(out)
}
