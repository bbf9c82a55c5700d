package grading

import (
	"encoding/base64"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// short is a value that is too short to be redacted everywhere, because it is part
// of many ordinary words. It is redacted next to its key, and in texts that show
// how the key was read.
type short struct {
	key, value string
	beside     *regexp.Regexp // the key, and what separates it from a value
	read       *regexp.Regexp // the key in a query, such as a JSONPath
}

// keyMarks turns keys into names of environment variables, apart from their case.
var keyMarks = strings.NewReplacer("-", "_", ".", "_")

// plainKeys normalizes the spelling of keys in a text.
func plainKeys(text string) string { return keyMarks.Replace(strings.ToLower(text)) }

// in reports whether a text contains both key and value; plain is the text with
// normalized keys. It is cheap, because there may be very many Secrets.
func (s *short) in(text, plain string) bool {
	return strings.Contains(text, s.value) && strings.Contains(plain, plainKeys(s.key))
}

// learn compiles the patterns of the key.
func (s *short) learn() {
	if s.beside != nil {
		return
	}
	named := strings.ReplaceAll(regexp.QuoteMeta(plainKeys(s.key)), "_", "[-._]")
	s.beside = regexp.MustCompile(`(?i)(?:^|[^a-z0-9])` + named + `\\?["']?\s*[:=]\s*\\?["']?`)
	s.read = regexp.MustCompile(`(?i)(?:data\\?\.|data\[\\?["']|data\s+\\?["']|/)` + named + `(?:$|[^a-z0-9._-])`)
}

// hideShort redacts short values in a text: first those next to their keys, then,
// anywhere in the text, those whose keys are read. This order matters, because a
// value may equal another value's key.
func (v *vault) hideShort(text string) string {
	plain := plainKeys(text)
	var read []*short
	var beside []*short
	for _, at := range slices.Sorted(maps.Keys(v.short)) {
		s := v.short[at]
		if !s.in(text, plain) {
			continue
		}
		s.learn()
		beside = append(beside, s)
		if s.read.MatchString(text) {
			read = append(read, s)
		}
	}
	for _, s := range beside {
		text = s.hideBeside(text)
	}
	for _, s := range read {
		text = replaceWords(text, s.value)
	}
	return text
}

// hideBeside redacts the value next to its key.
func (s *short) hideBeside(text string) string {
	var kept strings.Builder
	for {
		at := s.beside.FindStringIndex(text)
		if at == nil {
			break
		}
		kept.WriteString(text[:at[1]])
		if text = text[at[1]:]; strings.HasPrefix(text, s.value) && endsWord(text[len(s.value):]) {
			kept.WriteString(hidden)
			text = text[len(s.value):]
		}
	}
	return kept.String() + text
}

// replaceWords redacts a text where it is a whole word.
func replaceWords(text, word string) string {
	var kept strings.Builder
	last := byte(' ')
	for {
		at := strings.Index(text, word)
		if at < 0 {
			return kept.String() + text
		}
		if at > 0 {
			last = text[at-1]
		}
		shown := word
		if !inWord(last) && endsWord(text[at+len(word):]) {
			shown = hidden
		}
		kept.WriteString(text[:at] + shown)
		last, text = word[len(word)-1], text[at+len(word):]
	}
}

func endsWord(rest string) bool { return rest == "" || !inWord(rest[0]) }

func inWord(c byte) bool {
	return c == '_' || c == '-' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c >= utf8.RuneSelf
}

// learnShort adds a short value. Its base64 forms are redacted as words, since they
// are hardly ever ordinary words.
func (v *vault) learnShort(key, plain string, forms []string) {
	if plain == "" {
		return
	}
	for _, form := range forms {
		v.words[form] = true
	}
	if at := key + "=" + plain; v.short[at] == nil {
		v.short[at] = &short{key: key, value: plain}
	}
}

func inBase64(values ...[]byte) []string {
	var all []string
	for _, value := range values {
		all = append(all, base64.StdEncoding.EncodeToString(value))
	}
	return all
}
