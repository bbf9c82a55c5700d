package reader

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"

	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab"
)

// textFile is a file of the lab with its content.
type textFile struct{ name, content string }

func (r *reader) content(name string) (string, error) {
	content, err := r.file(name)
	return string(content), err
}

// file returns the content of a file of the lab, or its unsaved text.
func (r *reader) file(name string) ([]byte, error) {
	if text, given := r.unsaved[r.lab.Path(name)]; given {
		return text, nil
	}
	return input.ReadFile(r.lab.Path(name))
}

// strictFiles returns the files in which every ${name} must be defined. Missing
// files are reported elsewhere.
func (r *reader) strictFiles() []textFile {
	var all []textFile
	for _, name := range []string{lab.DocumentFile, lab.SetupFile, lab.ChecksFile} {
		if content, err := r.content(name); err == nil {
			all = append(all, textFile{name, content})
		}
	}
	for _, t := range r.lab.Texts {
		all = append(all, textFile{t.File, t.Content})
	}
	return all
}

// submissions checks that every declared submission has a folder and every folder
// is declared. Folders of right/ need no declaration, since each must get the full
// score.
func (r *reader) submissions() {
	r.submission(lab.SolutionDir, 0)
	r.right()
	for _, name := range r.lab.Wrong() {
		r.submission(filepath.ToSlash(filepath.Join(lab.WrongDir, name)), r.lines.of("expect", "wrong", name))
	}
	entries, err := os.ReadDir(r.lab.Path(lab.WrongDir))
	if err != nil {
		return // without the folder, each declared submission is already reported as missing
	}
	for _, e := range entries {
		if !slices.Contains(r.lab.Wrong(), e.Name()) {
			r.problem(filepath.Join(lab.WrongDir, e.Name()), 0, "%s does not say under expect.wrong what it scores", lab.DocumentFile)
		}
	}
}

func (r *reader) submission(dir string, declared int) {
	entries, err := os.ReadDir(r.lab.Path(dir))
	switch {
	case err != nil && declared > 0:
		r.problem(lab.DocumentFile, declared, "there is no folder %s", dir)
	case err != nil:
		r.problem(dir, 0, "there is no such folder: a lab needs its solution")
	case len(entries) == 0:
		r.problem(dir, 0, "the folder is empty")
	default:
		r.regular(dir)
	}
}

// regular reports files of a submission that are no regular files, and a script that
// is a folder.
func (r *reader) regular(dir string) {
	for _, name := range append(r.filesBelow(dir), path.Join(dir, scriptFile)) {
		if err := input.Regular(r.lab.Path(name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			r.problem(name, 0, "%v", input.Cause(err))
		}
	}
}

// right collects the submissions of right/. It rejects anything else there, because
// lab verify would ignore it.
func (r *reader) right() {
	entries, err := os.ReadDir(r.lab.Path(lab.RightDir))
	if err != nil {
		if !errors.Is(err, fs.ErrNotExist) {
			r.problem(lab.RightDir, 0, "%v", err)
		}
		return
	}
	if len(entries) == 0 {
		r.problem(lab.RightDir, 0, "the folder is empty: give each unusual right submission a folder of its own, %s/NAME", lab.RightDir)
	}
	for _, e := range entries {
		dir := filepath.ToSlash(filepath.Join(lab.RightDir, e.Name()))
		if !e.IsDir() {
			r.problem(dir, 0, "not a folder: a submission is a folder, %s/NAME/solve.sh", lab.RightDir)
			continue
		}
		r.submission(dir, 0)
		r.lab.Right = append(r.lab.Right, e.Name())
	}
}
