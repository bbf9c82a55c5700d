package phrases

import (
	"path"
	"slices"

	"github.com/gherkube/gherkube/runner/internal/feature"
)

// Below returns all phrases in scope of a folder or of a folder below it. It ignores
// invalid files: lint reports them.
func (s *Library) Below(folder string) (all []*Phrase) {
	files, _ := feature.Find([]string{folder})
	for _, file := range files {
		for _, p := range s.In(path.Dir(file.Path)) {
			known := slices.ContainsFunc(all, func(other *Phrase) bool { return other.Place() == p.Place() })
			if !known {
				all = append(all, p)
			}
		}
	}
	return all
}
