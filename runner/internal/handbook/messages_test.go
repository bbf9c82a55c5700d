package handbook

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	symptom = regexp.MustCompile("(?m)^\\| `([^`]+)` \\|")
	verbs   = regexp.MustCompile(`%(\[\d\])?[a-z]`)
)

// Troubleshooting explains messages that the program still has.
func TestMessagesOfTroubleshootingExist(t *testing.T) {
	page, err := os.ReadFile(filepath.Join(root, "runner/TROUBLESHOOTING.md"))
	if err != nil {
		t.Fatal(err)
	}
	source := sources(t)
	found := symptom.FindAllStringSubmatch(string(page), -1)
	for _, match := range found {
		if part := missing(source, match[1]); part != "" {
			t.Errorf("runner/TROUBLESHOOTING.md: %s: the program never says %q", match[1], part)
		}
	}
	if len(found) < 15 {
		t.Errorf("only %d messages found", len(found))
	}
}

// missing returns a part of a message that no source has.
func missing(source, message string) string {
	for part := range strings.SplitSeq(message, "...") {
		if part = strings.Trim(part, " :;{}$"); !strings.Contains(source, part) {
			return part
		}
	}
	return ""
}

func TestMissingMessagesAreFound(t *testing.T) {
	const source = `fmt.Errorf("cluster ... is lost: find it", name)`
	for message, want := range map[string]string{"cluster ... is lost": "", "cluster ... is gone": "is gone", "lost: find it ...": ""} {
		if have := missing(source, message); have != want {
			t.Errorf("%s: %q, want %q", message, have, want)
		}
	}
}

// sources returns the program's code, with strings that are added up joined, and dots for
// the verbs of formats.
func sources(t *testing.T) string {
	t.Helper()
	var all strings.Builder
	for _, folder := range []string{"fixtures", "runner", "steps"} {
		err := filepath.WalkDir(filepath.Join(root, folder), func(path string, _ fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			content, err := os.ReadFile(path)
			all.Write(content)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	joined := regexp.MustCompile(`"\s*\+\s*"`).ReplaceAllString(all.String(), "")
	return verbs.ReplaceAllString(joined, "...")
}
