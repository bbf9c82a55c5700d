package steps

import "strings"

// quoted lists names for people.
func quoted(names []string) string {
	if len(names) == 0 {
		return "nothing yet"
	}
	return `"` + strings.Join(names, `", "`) + `"`
}

// onNode says where, if a node is named.
func onNode(node string) string {
	if node == "" {
		return ""
	}
	return " on " + node
}
