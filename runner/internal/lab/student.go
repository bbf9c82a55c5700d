package lab

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// StudentID returns the ID that selects a student's variant, from a folder name, a
// roster or a flag. All inputs are normalized alike, so the same name leads to the
// same variant. Surrounding space is removed, and letters are composed (NFC),
// because macOS decomposes folder names.
func StudentID(name string) string { return norm.NFC.String(strings.TrimSpace(name)) }
