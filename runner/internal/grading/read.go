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

// What a submission may have. Nothing is read beyond it.
const (
	submissionSize    = 4 << 20
	submissionEntries = 200 // files and folders
	submissionDepth   = 10
)

// history is the folder of git, which is not what was handed in.
const history = ".git"

// ReadSubmission reads a folder. It follows no link, opens nothing but regular
// files, and takes no more than the limits. What is wrong is an input.Error: it
// was handed in so, and the student can correct it.
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

// folderName is what a folder is called, also one that is named by its place.
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

// Shown is a name as it can be shown to anybody: one that is not UTF-8, or that
// would speak to a terminal, is written with escapes.
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

// at names a file of the submission for people.
func (r *submissionReader) at(name string) string { return filepath.Join(r.dir, name) }

// folder reads a folder of the submission, and no more entries of it than there
// may be.
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
	// Without waiting: what was a file a moment ago may be a pipe by now.
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

// admit judges a file that is open by what it is now, before anything of it is
// read.
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

// badLine is the line in which text stops being UTF-8, from 1.
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

// isText tells which files are programs, manifests and answers for people:
// those have to be text.
func isText(name string) bool {
	extension := path.Ext(name)
	return slices.Contains([]string{".sh", ".yaml", ".yml", ".json", ".md", ".txt"}, extension) ||
		extension == "" && strings.HasPrefix(name, answersPrefix)
}
