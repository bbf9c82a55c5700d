package handbook

import (
	"regexp"
	"strings"
)

// Different returns the first line of the shown output that the real output lacks, or "".
// A shown line "..." stands for any lines, and dots within a line for any text. What differs
// between runs is equal: durations, times of day, and the random ends of names.
func Different(shown, real string) string {
	lines := strings.Split(plain(real), "\n")
	skip := false
	for _, want := range strings.Split(plain(shown), "\n") {
		if want == "..." {
			skip = true
			continue
		}
		at := 0
		for skip && at < len(lines) && !like(want, lines[at]) {
			at++
		}
		if at >= len(lines) || !like(want, lines[at]) {
			return want
		}
		lines, skip = lines[at+1:], false
	}
	if len(lines) > 0 && !skip {
		return "the end, instead of: " + lines[0]
	}
	return ""
}

// varying maps what differs between runs to what all have in its place.
var varying = []struct {
	form *regexp.Regexp
	as   string
}{
	{regexp.MustCompile(`\x1b\[[0-9;]*m`), ""},
	{regexp.MustCompile(`\b\d{4}-\d\d-\d\d\b`), "DATE"},
	{regexp.MustCompile(`\b\d\d:\d\d(:\d\d(\.\d+)?)?\b`), "TIME"},
	{regexp.MustCompile(`\b(\d+h)?(\d+m)?(\d+\.\d+s|\d+ms|\d+m\d+s)|\b0s\b`), "DURATION"},
	{regexp.MustCompile(`(?m)^( *(?:passed|failed|undecided)) +\d+(m\d+)?s\b`), "$1 DURATION"},
	{regexp.MustCompile(`\bscenario-[bcdfghjklmnpqrstvwxz2456789]{5}\b`), "NAMESPACE"},
	{regexp.MustCompile(`-[bcdfghjklmnpqrstvwxz2456789]{8,10}-[bcdfghjklmnpqrstvwxz2456789]{5}\b`), "-POD"},
	{regexp.MustCompile(`\b10\.\d+\.\d+\.\d+\b`), "ADDRESS"},
	{regexp.MustCompile(`\b\d+(\.\d+)? [KMG]iB\b`), "SIZE"},
	{regexp.MustCompile(`[ \t]+`), " "},
	{regexp.MustCompile(`(?m) $`), ""},
}

func plain(text string) string {
	for _, v := range varying {
		text = v.form.ReplaceAllString(text, v.as)
	}
	return strings.TrimSpace(text)
}

// like reports whether a line is as shown.
func like(shown, line string) bool {
	if !strings.Contains(shown, "...") {
		return shown == line
	}
	parts := strings.Split(shown, "...")
	for i, part := range parts {
		parts[i] = regexp.QuoteMeta(part)
	}
	return regexp.MustCompile("^" + strings.Join(parts, ".*") + "$").MatchString(line)
}
