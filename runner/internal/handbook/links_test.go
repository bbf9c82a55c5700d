package handbook

import (
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	code    = regexp.MustCompile("(?s)```.*?```|`[^`\n]*`")
	link    = regexp.MustCompile(`\]\(([^)\s]+)\)`)
	heading = regexp.MustCompile(`(?m)^#+ (.*)$`)
	dropped = regexp.MustCompile(`[^\p{L}\p{N} _-]`)
)

// anchors returns the anchors that GitHub gives the headings of a page.
func anchors(page string) map[string]bool {
	all := map[string]bool{}
	for _, found := range heading.FindAllStringSubmatch(page, -1) {
		text := dropped.ReplaceAllString(strings.ToLower(found[1]), "")
		all[strings.ReplaceAll(text, " ", "-")] = true
	}
	return all
}

func TestLinksOfPagesLeadSomewhere(t *testing.T) {
	found := 0
	for name, page := range pages(t) {
		for _, match := range link.FindAllStringSubmatch(code.ReplaceAllString(page, "code"), -1) {
			if strings.Contains(match[1], "://") {
				continue
			}
			found++
			if problem := leadsNowhere(name, page, match[1]); problem != "" {
				t.Errorf("%s: (%s): %s", name, match[1], problem)
			}
		}
	}
	if found < 30 {
		t.Errorf("only %d links found", found)
	}
}

func leadsNowhere(from, page, to string) string {
	file, anchor, _ := strings.Cut(to, "#")
	if file != "" {
		at := filepath.Join(root, path.Dir(from), file)
		info, err := os.Stat(at)
		if err != nil {
			return "no such file"
		}
		if anchor == "" || info.IsDir() {
			return ""
		}
		content, err := os.ReadFile(at)
		if err != nil {
			return err.Error()
		}
		page = string(content)
	}
	if anchor != "" && !anchors(page)[anchor] {
		return "no such heading"
	}
	return ""
}

func TestWrongLinksAreFound(t *testing.T) {
	const page = "# A page\n## `Code` & more\n"
	for to, want := range map[string]string{
		"#a-page": "", "#code--more": "", "#another": "no such heading", "nowhere.md": "no such file", "README.md": "", "README.md#nothing": "no such heading",
	} {
		if have := leadsNowhere("PAGE.md", page, to); have != want {
			t.Errorf("%s: %q, want %q", to, have, want)
		}
	}
}
