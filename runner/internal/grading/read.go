package grading

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"unicode"
	"unicode/utf8"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/runner/internal/input"
)

// Limits of a submission. Nothing beyond them is read.
const (
	submissionSize    = 4 << 20
	submissionEntries = 200 // files and folders
	submissionDepth   = 10
)

// history is git's folder, which is not part of the submission.
const history = ".git"

// ReadSubmission reads a folder. It follows no links, opens only regular files, and
// reads no more than the limits allow. Problems are input.Errors, because the
// student can correct the submission.
func ReadSubmission(dir string) (*Submission, error) {
	info, err := os.Stat(dir)
	switch {
	case err != nil:
		return nil, problem(dir, "cannot be read: %v", input.Cause(err))
	case !info.IsDir():
		return nil, problem(dir, "is a file: a submission is a folder, with a %s, manifests or answers", Script)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, problem(dir, "cannot be read: %v", input.Cause(err))
	}
	defer root.Close()
	r := &submissionReader{dir: dir, root: root, read: &Submission{ID: folderName(dir)}}
	if err := r.folder(".", 0); err != nil {
		return nil, err
	}
	if len(r.read.Files) == 0 {
		return nil, problem(dir, "is empty: a submission has a %s, manifests or answers", Script)
	}
	return r.read, nil
}

// folderName returns the name of a folder, even if dir is a relative path such as
// "..".
func folderName(dir string) string {
	if whole, err := filepath.Abs(dir); err == nil {
		dir = whole
	}
	return Shown(filepath.Base(dir))
}

func problem(path, format string, args ...any) error { return problemAt(path, 0, format, args...) }

func problemAt(path string, line int, format string, args ...any) error {
	return input.Join([]input.Problem{input.At(Shown(filepath.ToSlash(path)), line, format, args...)})
}

// Shown returns a file name that is safe to print: control characters and invalid
// UTF-8 are escaped.
func Shown(name string) string {
	if fit(name) {
		return name
	}
	quoted := strconv.QuoteToASCII(name)
	return quoted[1 : len(quoted)-1]
}

func fit(name string) bool {
	return utf8.ValidString(name) && strings.IndexFunc(name, func(r rune) bool { return !unicode.IsPrint(r) }) < 0
}

type submissionReader struct {
	dir     string
	root    *os.Root
	read    *Submission
	size    int64
	entries int
}

// at returns the path of a submission's file for messages.
func (r *submissionReader) at(name string) string { return filepath.Join(r.dir, name) }

// folder reads a folder of the submission, up to the maximum number of entries.
func (r *submissionReader) folder(name string, depth int) error {
	if depth > submissionDepth {
		return problem(r.at(name), "is more than %d folders deep", submissionDepth)
	}
	folder, err := r.root.Open(name)
	if err != nil {
		return problem(r.at(name), "cannot be read: %v", input.Cause(err))
	}
	entries, err := folder.ReadDir(submissionEntries - r.entries + 1)
	_ = folder.Close()
	if err != nil && !errors.Is(err, io.EOF) {
		return problem(r.at(name), "cannot be read: %v", input.Cause(err))
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	for _, entry := range entries {
		if err := r.entry(path.Join(name, entry.Name()), entry, depth); err != nil {
			return err
		}
	}
	return nil
}

func (r *submissionReader) entry(name string, entry fs.DirEntry, depth int) error {
	r.entries++
	switch {
	case entry.Name() == history:
		return nil
	case r.entries > submissionEntries:
		return problem(r.at(name), "is one more than %d files and folders", submissionEntries)
	case !utf8.ValidString(name):
		return problem(r.at(name), "the name is not UTF-8")
	case !fit(name):
		return problem(r.at(name), "the name has characters that cannot be shown")
	case entry.Type()&fs.ModeSymlink != 0:
		return problem(r.at(name), "is a symbolic link: a submission has files of its own")
	case entry.IsDir():
		return r.folder(name, depth+1)
	case !entry.Type().IsRegular():
		return problem(r.at(name), "is %s: a submission has regular files", kind(entry.Type()))
	}
	return r.file(name)
}

func kind(mode fs.FileMode) string {
	switch {
	case mode&fs.ModeNamedPipe != 0:
		return "a pipe"
	case mode&fs.ModeSocket != 0:
		return "a socket"
	case mode&fs.ModeDevice != 0:
		return "a device"
	}
	return "no regular file"
}

func (r *submissionReader) file(name string) error {
	// Open without blocking: the file may have been replaced by a pipe in the
	// meantime.
	file, err := r.root.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return problem(r.at(name), "cannot be read: %v", input.Cause(err))
	}
	defer file.Close()
	if err := r.admit(name, file); err != nil {
		return err
	}
	content, err := io.ReadAll(io.LimitReader(file, submissionSize-r.size+1))
	if err != nil {
		return problem(r.at(name), "cannot be read: %v", input.Cause(err))
	}
	if r.size += int64(len(content)); r.size > submissionSize {
		return r.tooLarge(name)
	}
	if isText(name) && !utf8.Valid(content) {
		return problemAt(r.at(name), badLine(content), "is not UTF-8")
	}
	r.read.Files = append(r.read.Files, cluster.File{Path: name, Mode: 0o644, Content: content})
	return nil
}

// admit checks the type and size of an open file before its content is read.
func (r *submissionReader) admit(name string, file *os.File) error {
	info, err := file.Stat()
	if err != nil {
		return problem(r.at(name), "cannot be read: %v", input.Cause(err))
	}
	if !info.Mode().IsRegular() {
		return problem(r.at(name), "is %s: a submission has regular files", kind(info.Mode()))
	}
	if stat, ok := info.Sys().(*syscall.Stat_t); ok && stat.Nlink > 1 {
		return problem(r.at(name), "is a hard link to a file that has another name, too: a submission has files of its own")
	}
	if r.size+info.Size() > submissionSize {
		return r.tooLarge(name)
	}
	return nil
}

func (r *submissionReader) tooLarge(name string) error {
	return problem(r.at(name), "makes the submission larger than %d MiB", submissionSize>>20)
}

// badLine returns the number of the first line, from 1, that is not valid UTF-8.
func badLine(content []byte) int {
	bad := 0
	for bad < len(content) {
		r, size := utf8.DecodeRune(content[bad:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		bad += size
	}
	return 1 + bytes.Count(content[:bad], []byte("\n"))
}

// isText reports whether a file must be text because people or parsers read it:
// programs, manifests and answers.
func isText(name string) bool {
	extension := path.Ext(name)
	return slices.Contains([]string{".sh", ".yaml", ".yml", ".json", ".md", ".txt"}, extension) ||
		extension == "" && strings.HasPrefix(name, answersPrefix)
}
