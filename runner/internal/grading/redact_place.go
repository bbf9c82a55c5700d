package grading

import (
	"regexp"
	"strings"
)

var (
	// aboutSecrets is said of a Secret that is shown: by its kind, or by the
	// command that shows it, where the text is cut off before the kind.
	aboutSecrets = regexp.MustCompile(`(?i)\bsecrets?\b`)
	// dataLine begins what a Secret holds, in YAML.
	dataLine = regexp.MustCompile(`^(\s*(?:- )?)(?:data|stringData):\s*$`)
	keyLine  = regexp.MustCompile(`^(\s*[^\s:][^:]*:)(?:\s.*)?$`)
	// dataObject is what a Secret holds, in JSON: also within a string, as in the
	// annotation that kubectl apply leaves, and also cut off.
	dataObject       = regexp.MustCompile(`("(?:data|stringData)"\s*:\s*\{)(?:[^{}"]|"(?:[^"\\]|\\.)*"?)+`)
	dataObjectQuoted = regexp.MustCompile(`(\\+"(?:data|stringData)\\+"\s*:\s*\{)[^{}]+`)
)

// hidePlaces hides what stands where Secrets have their values, whatever it is.
func hidePlaces(text string) string {
	if !aboutSecrets.MatchString(text) {
		return text
	}
	text = dataObject.ReplaceAllString(text, "${1}"+hidden)
	text = dataObjectQuoted.ReplaceAllString(text, "${1}"+hidden)
	return hideYAML(text)
}

// hideYAML keeps the keys below data and stringData, and nothing else of them.
func hideYAML(text string) string {
	var kept strings.Builder
	within, first := -1, 0 // how far data is indented, and its keys
	for line := range strings.Lines(text) {
		bare := strings.TrimRight(line, "\r\n")
		indented := len(bare) - len(strings.TrimLeft(bare, " \t"))
		switch {
		case within >= 0 && strings.TrimSpace(bare) == "":
		case within >= 0 && indented > within:
			if first == 0 {
				first = indented
			}
			if key := keyLine.FindStringSubmatch(bare); key != nil && indented == first {
				kept.WriteString(key[1] + " " + hidden + line[len(bare):])
			}
			continue
		default:
			within = -1
			if found := dataLine.FindStringSubmatch(bare); found != nil {
				within, first = len(found[1]), 0
			}
		}
		kept.WriteString(line)
	}
	return kept.String()
}
