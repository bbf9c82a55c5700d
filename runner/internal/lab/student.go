package lab

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// StudentID returns the id that a student's variant is drawn for, from a folder
// name, a roster or a flag. Every way in uses it, so the same name leads to the
// same variant: surrounding space is dropped, and letters are composed (NFC),
// since macOS hands folder names over decomposed.
func StudentID(name string) string { return norm.NFC.String(strings.TrimSpace(name)) }
