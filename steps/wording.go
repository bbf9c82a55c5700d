package steps

import "strings"

// quoted formats names as a quoted list.
func quoted(names []string) string {
	if len(names) == 0 {
		return "nothing yet"
	}
	return `"` + strings.Join(names, `", "`) + `"`
}

// onNode returns " on " and the node, or an empty string if no node is named.
func onNode(node string) string {
	if node == "" {
		return ""
	}
	return " on " + node
}
