package phrases

import (
	"path"
	"slices"

	"github.com/gherkube/gherkube/runner/internal/feature"
)

// Below returns the phrases of all features in a folder and below it, and those that are
// known there. What is wrong with files is not told: lint does.
func (s *Shelf) Below(folder string) (all []*Phrase) {
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
