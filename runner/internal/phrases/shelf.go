package phrases

import (
	"bytes"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/feature"
	"github.com/gherkube/gherkube/runner/internal/input"
)

// Shelf finds the phrases that are known in a folder: those of the features in it and in
// the folders above it, up to the project's root. The zero value reads files as they are.
type Shelf struct {
	NewID  func() string               // of the parts of features
	Render func(content []byte) []byte // fills in a feature before it is read; nil leaves it
	Texts  map[string][]byte           // in place of files, by path
	// Root is the folder that no phrase is looked for above; empty means that of the
	// project, which has a go.mod or a .git, or else the working folder.
	Root string
	// Found is called with each file that defines a phrase, once.
	Found func(*feature.File)
	// Wrong is called with what is wrong with such a file.
	Wrong func([]input.Problem)

	folders map[string][]*Phrase // those of the features of a folder
	within  map[string][]*Phrase // those that are known in a folder
}

// In returns the phrases that are known in the folder of a file.
func (s *Shelf) In(folder string) []*Phrase {
	if all, known := s.within[folder]; known {
		return all
	}
	var all []*Phrase
	for _, above := range s.chain(folder) {
		all = append(all, s.of(above)...)
	}
	if s.within == nil {
		s.within = map[string][]*Phrase{}
	}
	s.within[folder] = all
	return all
}

// chain are the folders whose phrases are known in a folder, the farthest first.
func (s *Shelf) chain(folder string) []string {
	whole, err := filepath.Abs(folder)
	if err != nil {
		return []string{folder}
	}
	root := s.root(whole)
	chain := []string{folder}
	for whole != root && strings.HasPrefix(whole, strings.TrimSuffix(root, string(filepath.Separator))+string(filepath.Separator)) {
		whole = filepath.Dir(whole)
		folder = above(folder)
		chain = append(chain, folder)
	}
	slices.Reverse(chain)
	return chain
}

// above is the folder that a folder is in, named as the folder is: x of x/y, ".." of ".".
func above(folder string) string {
	if folder == "." || folder == ".." || strings.HasSuffix(folder, "/..") {
		return path.Join(folder, "..")
	}
	return path.Dir(folder)
}

// root is the folder above which a project does not reach.
func (s *Shelf) root(whole string) string {
	if s.Root != "" {
		if root, err := filepath.Abs(s.Root); err == nil {
			return root
		}
	}
	for folder := whole; ; folder = filepath.Dir(folder) {
		if exists(filepath.Join(folder, ".git")) || exists(filepath.Join(folder, "go.mod")) {
			return folder
		}
		if folder == filepath.Dir(folder) {
			break
		}
	}
	working, err := os.Getwd()
	if err != nil || !strings.HasPrefix(whole+string(filepath.Separator), strings.TrimSuffix(working, string(filepath.Separator))+string(filepath.Separator)) {
		return whole
	}
	return working
}

func exists(file string) bool {
	_, err := os.Stat(file)
	return err == nil
}

// of are the phrases of the features that are directly in a folder.
func (s *Shelf) of(folder string) []*Phrase {
	if known, read := s.folders[folder]; read {
		return known
	}
	if s.folders == nil {
		s.folders = map[string][]*Phrase{}
	}
	s.folders[folder] = nil // until it is read: a file that leads to itself ends there
	for _, file := range s.files(folder) {
		s.folders[folder] = append(s.folders[folder], s.read(file)...)
	}
	return s.folders[folder]
}

// files are the features of a folder, by name; texts may be new ones. A folder that cannot
// be read has none: whoever named it is told elsewhere.
func (s *Shelf) files(folder string) (all []string) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		entries = nil
	}
	for _, entry := range entries {
		if strings.EqualFold(path.Ext(entry.Name()), ".feature") && !entry.IsDir() {
			all = append(all, path.Join(folder, entry.Name()))
		}
	}
	for file := range s.Texts {
		if path.Dir(file) == folder && !slices.Contains(all, file) {
			all = append(all, file)
		}
	}
	slices.Sort(all)
	return all
}

func (s *Shelf) read(name string) (all []*Phrase) {
	content, given := s.Texts[name]
	if !given {
		var err error
		if content, err = os.ReadFile(name); err != nil {
			return nil // it is no phrase's file, or is told to whoever runs it
		}
	}
	if !bytes.Contains(content, []byte(Tag)) {
		return nil
	}
	file, problems := feature.ParseText(name, content, s.NewID, s.Render)
	if len(problems) > 0 && s.Wrong != nil {
		s.Wrong(problems)
	}
	if file == nil {
		return nil
	}
	for _, entry := range file.Entries() {
		if Is(entry.Tags) {
			all = append(all, New(file, entry))
		}
	}
	if len(all) > 0 && s.Found != nil {
		s.Found(file)
	}
	return all
}
