package grading

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/runner/input"
)

// Submission is what was handed in, read whole as data.
type Submission struct {
	ID        string // the name of its folder
	Files     []cluster.File
	Submitted time.Time // when it was handed in, if somebody says so
}

// What a submission may have.
const (
	submissionSize  = 4 << 20
	submissionFiles = 200
)

// Script is the file that a submission is worked by. Without one, its manifests
// are applied in the order of their names.
const Script = "solve.sh"

// ReadSubmission reads a folder. What is wrong with it is an input.Error: it
// was handed in so, and whoever handed it in can mend it.
func ReadSubmission(dir string) (*Submission, error) {
	info, err := os.Stat(dir)
	switch {
	case err != nil:
		return nil, problem(dir, "cannot be read: %v", cause(err))
	case !info.IsDir():
		return nil, problem(dir, "is a file: a submission is a folder, with a %s, manifests or answers", Script)
	}
	r := &submissionReader{root: dir, read: &Submission{ID: filepath.Base(filepath.Clean(dir))}}
	if err := filepath.WalkDir(dir, r.visit); err != nil {
		return nil, err
	}
	if len(r.read.Files) == 0 {
		return nil, problem(dir, "is empty: a submission has a %s, manifests or answers", Script)
	}
	return r.read, nil
}

func problem(path, format string, args ...any) error {
	return input.Join([]input.Problem{input.At(filepath.ToSlash(path), 0, format, args...)})
}

// cause drops the path that the standard library repeats in its errors.
func cause(err error) error {
	var inPath *fs.PathError
	if errors.As(err, &inPath) {
		return inPath.Err
	}
	return err
}

type submissionReader struct {
	root string
	read *Submission
	size int64
}

func (r *submissionReader) visit(path string, entry fs.DirEntry, err error) error {
	switch {
	case err != nil:
		return problem(path, "cannot be read: %v", cause(err))
	case entry.IsDir():
		return nil
	case entry.Type()&fs.ModeSymlink != 0:
		return problem(path, "is a symbolic link: a submission has files of its own")
	case !entry.Type().IsRegular():
		return problem(path, "is no regular file")
	}
	return r.file(path)
}

func (r *submissionReader) file(path string) error {
	info, err := os.Lstat(path)
	if err != nil {
		return problem(path, "cannot be read: %v", cause(err))
	}
	if r.size += info.Size(); r.size > submissionSize {
		return problem(path, "makes the submission larger than %d MiB", submissionSize>>20)
	}
	if len(r.read.Files) == submissionFiles {
		return problem(path, "is one more than %d files", submissionFiles)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		return problem(path, "cannot be read: %v", cause(err))
	}
	name, err := filepath.Rel(r.root, path)
	if err != nil {
		return err
	}
	name = filepath.ToSlash(name)
	if !utf8.ValidString(name) || (isText(name) && !utf8.Valid(content)) {
		return problem(path, "is not UTF-8")
	}
	r.read.Files = append(r.read.Files, cluster.File{Path: name, Mode: 0o644, Content: content})
	return nil
}

// isText tells which files are programs and manifests: those have to be text.
func isText(name string) bool {
	return slices.Contains([]string{".sh", ".yaml", ".yml", ".json", ".md", ".txt"}, path.Ext(name))
}

// Command is the command line that works the submission, or nothing if there
// are only answers in it.
func (s *Submission) Command() string {
	var manifests []string
	for _, f := range s.Files {
		if f.Path == Script {
			return "bash " + Script
		}
		if ext := path.Ext(f.Path); !strings.HasPrefix(f.Path, answersPrefix) && (ext == ".yaml" || ext == ".yml" || ext == ".json") {
			manifests = append(manifests, "--filename="+quoted(f.Path))
		}
	}
	if len(manifests) == 0 {
		return ""
	}
	slices.Sort(manifests)
	return "kubectl apply " + strings.Join(manifests, " ")
}

const answersPrefix = "answers/"

// Parts splits the submission into what is worked with and what are answers.
func (s *Submission) Parts() (work, answers []cluster.File) {
	for _, f := range s.Files {
		if rest, ok := strings.CutPrefix(f.Path, answersPrefix); ok {
			answers = append(answers, cluster.File{Path: rest, Mode: f.Mode, Content: f.Content})
			continue
		}
		work = append(work, f)
	}
	return work, answers
}

func quoted(word string) string { return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'" }

// fill puts a student's values into the lab's own submissions.
func (s *Submission) fill(with func(string) string) *Submission {
	filled := &Submission{ID: s.ID}
	for _, f := range s.Files {
		if utf8.Valid(f.Content) {
			f.Content = []byte(with(string(f.Content)))
		}
		filled.Files = append(filled.Files, f)
	}
	return filled
}

// Own reads a submission of a lab's own, as one student would have handed it
// in: solution, or wrong/NAME.
func Own(dir string, fill func(string) string) (*Submission, error) {
	s, err := ReadSubmission(dir)
	if err != nil {
		return nil, fmt.Errorf("the lab's own submission: %w", err)
	}
	return s.fill(fill), nil
}
