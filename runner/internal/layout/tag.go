package layout

import (
	"regexp"
	"strings"
	"unicode"
)

// remark matches the beginning of a comment after tags.
var remark = regexp.MustCompile(`\s+#`)

// tagged returns a line of tags with single spaces between them and before a
// comment.
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
