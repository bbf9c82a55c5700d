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

// Library finds the phrases in scope of a folder: in the features of the folder and of the
// folders above it, up to the project's root. The zero value reads files as they are.
type Library struct {
	NewID  func() string               // returns IDs for the parts of features
	Render func(content []byte) []byte // replaces variables in a feature before it is parsed; nil changes nothing
	Texts  map[string][]byte           // unsaved texts that replace files, by path
	// Root is the topmost folder to search; empty means the project's root, which has a
	// go.mod or a .git, or else the working folder.
	Root string
	// Found is called once for each file that defines a phrase.
	Found func(*feature.File)
	// Wrong is called with the problems of such a file.
	Wrong func([]input.Problem)

	folders map[string][]*Phrase // phrases of the features directly in a folder
	within  map[string][]*Phrase // phrases in scope of a folder
}

// In returns the phrases in scope of a folder.
func (s *Library) In(folder string) []*Phrase {
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

// chain returns the folders whose phrases are in scope of a folder, the topmost first.
func (s *Library) chain(folder string) []string {
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

// above returns the parent of a folder, relative as the folder is: x of x/y, ".." of ".".
func above(folder string) string {
	if folder == "." || folder == ".." || strings.HasSuffix(folder, "/..") {
		return path.Join(folder, "..")
	}
	return path.Dir(folder)
}

// root returns the topmost folder to search.
func (s *Library) root(whole string) string {
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

// of returns the phrases of the features directly in a folder.
func (s *Library) of(folder string) []*Phrase {
	if known, read := s.folders[folder]; read {
		return known
	}
	if s.folders == nil {
		s.folders = map[string][]*Phrase{}
	}
	s.folders[folder] = nil
	for _, file := range s.files(folder) {
		s.folders[folder] = append(s.folders[folder], s.read(file)...)
	}
	return s.folders[folder]
}

// files returns the features of a folder, sorted by name, including unsaved ones. A folder
// that cannot be read has none: the search for features reports it.
func (s *Library) files(folder string) (all []string) {
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

func (s *Library) read(name string) (all []*Phrase) {
	content, given := s.Texts[name]
	if !given {
		var err error
		if content, err = input.ReadFile(name); err != nil {
			return nil // reported when the file itself is run
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
