package library

import (
	"os"
	"path/filepath"

	"github.com/gherkube/gherkube/runner/internal/lab"
)

// inFolder returns the labs of a folder: those of its subfolders, or the folder
// itself if it is one.
func inFolder(folder string) []Entry {
	if isLab(folder) {
		return []Entry{OfFolder(folder)}
	}
	entries, _ := os.ReadDir(folder) // All reports a folder without labs
	var all []Entry
	for _, e := range entries {
		if dir := filepath.Join(folder, e.Name()); isLab(dir) {
			all = append(all, OfFolder(dir))
		}
	}
	return all
}

// OfFolder returns the lab in a folder, whose name is that of the folder.
func OfFolder(dir string) Entry {
	whole, err := filepath.Abs(dir)
	if err != nil {
		whole = dir
	}
	return Entry{Name: filepath.Base(whole), Source: filepath.Dir(filepath.Clean(dir)), Dir: filepath.Clean(dir)}
}

func isLab(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, lab.DocumentFile))
	return err == nil
}

// distinct removes entries for a folder that an earlier entry has, under whatever
// path.
func distinct(all []Entry) []Entry {
	var kept []Entry
	for _, e := range all {
		if !hasFolder(kept, e.Dir) {
			kept = append(kept, e)
		}
	}
	return kept
}

func hasFolder(all []Entry, dir string) bool {
	if dir == "" {
		return false
	}
	wanted, err := os.Stat(dir)
	if err != nil {
		return false
	}
	for _, e := range all {
		if info, err := os.Stat(e.Dir); e.Dir != "" && err == nil && os.SameFile(info, wanted) {
			return true
		}
	}
	return false
}
