package effect

import (
	"slices"
	"strings"
)

// toNowhere are the output files that are none.
var toNowhere = []string{"-", "/dev/null", "/dev/stdout", "/dev/stderr"}

// wget reports a request that may change something, and the file that it writes: without -O,
// the one that the URL names.
func wget(args []string) string {
	looks := ""
	for i, arg := range args {
		name, value, joined := strings.Cut(arg, "=")
		if !joined && i+1 < len(args) {
			value = args[i+1]
		}
		switch {
		case name == "--spider", name == "--help", name == "--version", name == "-V", name == "-h":
			looks = name
		case name == "--method" && !slices.Contains([]string{"GET", "HEAD", "OPTIONS"}, strings.ToUpper(value)),
			slices.Contains([]string{"--post-data", "--post-file", "--body-data", "--body-file"}, name):
			return arg
		case name == "--output-document":
			looks = value
		case strings.HasPrefix(arg, "-") && !strings.HasPrefix(arg, "--") && strings.Contains(arg, "O"):
			if _, value, _ = strings.Cut(arg, "O"); value == "" && i+1 < len(args) {
				value = args[i+1]
			}
			looks = value
		}
	}
	switch {
	case looks == "":
		return "writes the file that it fetches"
	case strings.HasPrefix(looks, "-"), slices.Contains(toNowhere, looks):
		return ""
	}
	return "writes " + looks
}
