package main

import (
	"errors"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

// write writes the pages to man/ and the completions to completions/ in a folder.
func write(folder string, root *cobra.Command) error {
	pages, completions := filepath.Join(folder, "man"), filepath.Join(folder, "completions")
	if err := errors.Join(os.MkdirAll(pages, 0o755), os.MkdirAll(completions, 0o755)); err != nil {
		return err
	}
	root.DisableAutoGenTag = true
	date := time.Unix(0, 0).UTC() // the same pages from the same source
	header := &doc.GenManHeader{Title: "GHERKUBE", Section: "1", Source: "gherkube", Manual: "gherkube", Date: &date}
	return errors.Join(
		doc.GenManTree(root, header, pages),
		root.GenBashCompletionFileV2(filepath.Join(completions, "gherkube.bash"), true),
		root.GenZshCompletionFile(filepath.Join(completions, "gherkube.zsh")),
		root.GenFishCompletionFile(filepath.Join(completions, "gherkube.fish"), true))
}
