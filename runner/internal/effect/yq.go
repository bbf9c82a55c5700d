package effect

import "strings"

// yq reports the flags with which yq writes files.
func yq(args []string) string {
	for _, arg := range args {
		name, _, _ := strings.Cut(arg, "=")
		if name == "--inplace" || name == "--split-exp" || !strings.HasPrefix(name, "--") && writesOfYq(name) {
			return arg
		}
	}
	return ""
}

// writesOfYq reports whether one of combined short flags writes files. What follows a flag with
// a value is the value, as in -ojson.
func writesOfYq(flags string) bool {
	letters, short := strings.CutPrefix(flags, "-")
	if value := strings.IndexAny(letters, "opIf"); value >= 0 {
		letters = letters[:value]
	}
	return short && strings.ContainsAny(letters, "is")
}
