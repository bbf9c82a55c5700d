package console

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/layout"
	"github.com/gherkube/gherkube/runner/internal/planner"
)

func (c *console) save(_ context.Context, path string) { c.saveTo(path, os.O_EXCL) }

func (c *console) saveOver(_ context.Context, path string) { c.saveTo(path, os.O_TRUNC) }

const extension = ".feature"

// saveTo writes the scenario as a formatted feature. Only the owner can read the file,
// because users may type secrets.
func (c *console) saveTo(path string, how int) {
	switch {
	case path == "":
		c.refuse([]string{":save needs a file, as :save web.feature"})
		return
	case !slices.ContainsFunc(c.typed, func(l line) bool { return l.counts() && !l.implied }):
		c.refuse([]string{"there is nothing to save: no sentence has passed"})
		return
	}
	if filepath.Ext(path) != extension {
		path += extension
	}
	text, err := c.formatted(path)
	if err == nil {
		err = write(path, text, how)
	}
	if err != nil {
		c.refuse([]string{err.Error()})
		return
	}
	c.say("Saved %s: %d sentences. Run it: gherkube run %s%s", path, len(c.typed.sentences()), path, c.onCluster())
	_, err = planner.Make(planner.Request{Paths: []string{path}, Slow: true, Images: c.Images, Nearest: c.Index}, c.Vocabulary)
	if err != nil {
		c.say("gherkube lint has this to say of it:\n%s", indent(err.Error()))
	}
}

// onCluster returns the flag with which a run uses the cluster of the console, if any.
func (c *console) onCluster() string {
	if c.Cluster == "" {
		return ""
	}
	return " --cluster " + c.Cluster
}

// formatted returns the feature. It has the isolation tag only if lint requires one.
func (c *console) formatted(path string) ([]byte, error) {
	name := strings.TrimSuffix(filepath.Base(path), extension)
	text := c.typed.document(name, "")
	if _, err := c.lint(text); err != nil {
		text = c.typed.document(name, c.tag())
	}
	formatted, err := layout.Format(path, text)
	if err != nil {
		return nil, fmt.Errorf("formatting what was typed: %w", err)
	}
	return formatted, nil
}

func write(path string, text []byte, how int) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|how, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s is there already: choose another name, or replace it with :save! %s", path, path)
	}
	if err != nil {
		return fmt.Errorf("saving: %w", err)
	}
	_, err = file.Write(text)
	if err = errors.Join(err, file.Close()); err != nil {
		return fmt.Errorf("saving: %w", err)
	}
	return nil
}
