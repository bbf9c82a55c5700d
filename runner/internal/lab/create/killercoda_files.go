package create

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/lab"
)

// codaAsset is a file, or a pattern of files, that a host has from the start.
type codaAsset struct {
	File   string `json:"file"`
	Target string `json:"target"`
	Chmod  string `json:"chmod"`
}

// assetsDir is the scenario's folder for assets.
const assetsDir = "assets"

// starters imports assets as files in the student's home folder.
func (c *coda) starters(files map[string][]byte) {
	var hosts []string
	for host := range c.Details.Assets {
		hosts = append(hosts, host)
	}
	slices.Sort(hosts)
	for _, host := range hosts {
		for _, asset := range c.Details.Assets[host] {
			c.starter(files, host, asset)
		}
	}
}

func (c *coda) starter(files map[string][]byte, host string, asset codaAsset) {
	found, err := fs.Glob(c.root.FS(), path.Join(assetsDir, asset.File))
	if err != nil || len(found) == 0 {
		c.note("asset %q for %s: there is no such file in %s", asset.File, host, assetsDir)
		return
	}
	for _, name := range found {
		content, err := fs.ReadFile(c.root.FS(), name)
		if err != nil {
			c.note("asset %q for %s was not imported: %v", name, host, err)
			continue
		}
		c.used[name] = true
		to := path.Join(lab.FilesDir, strings.TrimPrefix(name, assetsDir+"/"))
		files[to] = content
		c.note("%s is %s: students find it in their home folder; on %s it was in %s", name, to, host, orUnsaid(asset.Target))
	}
}

func orUnsaid(target string) string {
	if target == "" {
		return "a folder that index.json does not say"
	}
	return target
}

// tellRest notes which files of the scenario were not imported.
func (c *coda) tellRest() {
	_ = fs.WalkDir(c.root.FS(), ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			c.note("%s cannot be read: %v", name, err)
		case entry.IsDir() && strings.HasPrefix(entry.Name(), ".") && name != ".":
			return fs.SkipDir
		case !entry.IsDir() && !c.used[name]:
			c.note("%s was not imported: nothing in %s that a lab has names it", name, codaIndex)
		}
		return nil
	})
}

// courses returns the folders of a course's scenarios.
func (c *coda) courses() []string {
	found, _ := fs.Glob(c.root.FS(), "*/"+codaIndex)
	for i := range found {
		found[i] = path.Dir(found[i])
	}
	return found
}
