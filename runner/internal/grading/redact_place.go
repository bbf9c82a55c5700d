package grading

import (
	"regexp"
	"strings"
)

var (
	// aboutSecrets matches a text that shows a Secret: by the kind, or by the
	// command if the text is cut off before the kind.
	aboutSecrets = regexp.MustCompile(`(?i)\bsecrets?\b`)
	// dataLine matches the line before the contents of a Secret in YAML.
	dataLine = regexp.MustCompile(`^(\s*(?:- )?)(?:data|stringData):\s*$`)
	keyLine  = regexp.MustCompile(`^(\s*[^\s:][^:]*:)(?:\s.*)?$`)
	// dataObject matches the contents of a Secret in JSON, even if truncated or
	// escaped in a string, as in the annotation of kubectl apply.
	dataObject       = regexp.MustCompile(`("(?:data|stringData)"\s*:\s*\{)(?:[^{}"]|"(?:[^"\\]|\\.)*"?)+`)
	dataObjectQuoted = regexp.MustCompile(`(\\+"(?:data|stringData)\\+"\s*:\s*\{)[^{}]+`)
)

// hidePlaces redacts all values in the places where Secrets have them, known or
// not.
func hidePlaces(text string) string {
	if !aboutSecrets.MatchString(text) {
		return text
	}
	text = dataObject.ReplaceAllString(text, "${1}"+hidden)
	text = dataObjectQuoted.ReplaceAllString(text, "${1}"+hidden)
	return hideYAML(text)
}

// hideYAML redacts everything below data and stringData but the keys.
func hideYAML(text string) string {
	var kept strings.Builder
	within, first := -1, 0 // indentation of data, and of its keys
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
