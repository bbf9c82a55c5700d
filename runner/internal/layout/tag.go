package layout

import (
	"regexp"
	"strings"
	"unicode"
)

// remark is where the comment behind tags begins.
var remark = regexp.MustCompile(`\s+#`)

// tagged is a line of tags with one space between them, and before the comment behind
// them.
func tagged(raw string) string {
	tags, comment := strings.TrimLeft(raw, " \t"), ""
	if at := remark.FindStringIndex(tags); at != nil {
		tags, comment = tags[:at[0]], commented(tags[at[0]:])
	}
	var words []string
	for _, tag := range strings.Split(tags, "@")[1:] {
		words = append(words, "@"+strings.TrimRightFunc(tag, unicode.IsSpace))
	}
	if comment != "" {
		words = append(words, comment)
	}
	return strings.Join(words, " ")
}
