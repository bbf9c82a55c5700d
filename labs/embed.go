// Package labs embeds the labs of this folder, so that the gherkube command has
// them wherever it runs. It holds no other code: a lab is data, and adding one
// needs no change here.
package labs

import "embed"

// Files holds the folders of this folder, one per lab. Folders without a lab.yaml
// are no labs. The prefix "all:" includes files whose names begin with a dot or an
// underscore, which a lab may give to students.
//
//go:embed all:*/*
var Files embed.FS
