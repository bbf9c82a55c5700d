package grading

import (
	"encoding/base64"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// short is a value that is too short to be looked for everywhere: it stands in
// many words that are no secret. Beside its key it is hidden, and in a text that
// shows how the key was read.
type short struct {
	key, value string
	beside     *regexp.Regexp // the key, and what separates it from a value
	read       *regexp.Regexp // the key as it is asked for
}

// Environment variables are called as keys in capitals, with underscores.
var keyMarks = strings.NewReplacer("-", "_", ".", "_")

// plainKeys is a text in which keys are written in one way.
func plainKeys(text string) string { return keyMarks.Replace(strings.ToLower(text)) }

// in reports whether key and value both stand in a text; plain is that of its
// keys. There may be very many Secrets.
func (s *short) in(text, plain string) bool {
	return strings.Contains(text, s.value) && strings.Contains(plain, plainKeys(s.key))
}

// learn makes the patterns of the key.
func (s *short) learn() {
	if s.beside != nil {
		return
	}
	named := strings.ReplaceAll(regexp.QuoteMeta(plainKeys(s.key)), "_", "[-._]")
	s.beside = regexp.MustCompile(`(?i)(?:^|[^a-z0-9])` + named + `\\?["']?\s*[:=]\s*\\?["']?`)
	s.read = regexp.MustCompile(`(?i)(?:data\\?\.|data\[\\?["']|data\s+\\?["']|/)` + named + `(?:$|[^a-z0-9._-])`)
}

// hideShort hides the short values that stand in a text: first those beside their
// keys, and then those whose key is read, wherever they stand. One value may be the
// key of another, which would not be found beside it any more.
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

// hideBeside hides the value where it stands beside its key.
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

// replaceWords hides a text where it stands as a word.
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

// learnShort takes in a short value. Its forms in base64 hardly are words of
// anything else.
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
