package effect

import (
	"slices"
	"strings"
)

// wget reports a request that may change something, and the files that it writes: without -O,
// the one that the URL names.
func wget(args []string) string {
	const valued = "OoaPUtTwQeliABDIX"
	looks := false
	for i, arg := range args {
		if !strings.HasPrefix(arg, "-") {
			continue
		}
		name, value, joined := strings.Cut(arg, "=")
		if !strings.HasPrefix(name, "--") && len(name) > 1 {
			name, value, joined = firstValued(arg[1:], valued)
		}
		if !joined && i+1 < len(args) {
			value = args[i+1]
		}
		switch name {
		case "--spider", "--help", "--version", "-V", "-h":
			looks = true
		case "--method":
			if !slices.Contains([]string{"GET", "HEAD", "OPTIONS"}, strings.ToUpper(value)) {
				return "--method " + value
			}
		case "--post-data", "--post-file", "--body-data", "--body-file":
			return name
		case "-O", "--output-document":
			looks = true
			fallthrough
		case "-o", "--output-file", "-a", "--append-output", "--save-cookies", "--warc-file":
			if !isNowhere(value) {
				return name + " " + value
			}
		}
	}
	if !looks {
		return "writes the file that it fetches"
	}
	return ""
}

// isNowhere reports whether an output file is none.
func isNowhere(file string) bool {
	return slices.Contains([]string{"-", "/dev/null", "/dev/stdout", "/dev/stderr"}, file)
}
