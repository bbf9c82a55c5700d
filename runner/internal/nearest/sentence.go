package nearest

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/gherkube/gherkube/steps"
)

// sentence is what a person wrote, taken apart.
type sentence struct {
	language steps.Language
	frame    string // the words that say when, in the vocabulary's own; empty for none
	duration string // of the frame
	tokens   []token
}

// token is a word, or what stands in quotes.
type token struct {
	text   string // without its quotes
	quoted bool
	plain  bool // the quotes are the vocabulary's own, or there are none
	senses []sense
	common bool // it is a word of the vocabulary
	glued  bool // no space stands before it
	free   bool // it is of an example, and can stand wherever it fits
}

func (t token) means(word string) bool {
	return slices.ContainsFunc(t.senses, func(s sense) bool { return s.word == word })
}

// word is the token for looking up; quoted text is no word of the vocabulary.
func (t token) word() string {
	if t.quoted {
		return ""
	}
	return strings.Trim(t.text, punctuation)
}

const punctuation = `.,;!?…。`

func read(written string) sentence {
	s := sentence{language: steps.English}
	if strings.ContainsFunc(written, func(r rune) bool { return unicode.Is(unicode.Hangul, r) }) {
		s.language = steps.Korean
	}
	s.tokens = tokensOf(written)
	for n := len(s.tokens); n > 0 && !s.tokens[n-1].quoted && s.tokens[n-1].word() == ""; n-- {
		s.tokens = s.tokens[:n-1] // a full stop after a quote
	}
	s.durations()
	s.takeFrame()
	return s
}

// closing are the quotes that people use, and what closes them.
var closing = map[rune]string{
	'"': `"”“`, '“': `”"“`, '”': `”"`, '„': `“”"`, '«': `»`, '\'': `'’`, '‘': `’'`, '’': `’'`, '`': "`'", '「': "」", '＂': "＂",
}

func tokensOf(text string) (all []token) {
	letters := []rune(text)
	for i := 0; i < len(letters); {
		switch {
		case unicode.IsSpace(letters[i]):
			i++
		case closing[letters[i]] != "":
			glued := i > 0 && !unicode.IsSpace(letters[i-1])
			end := closed(letters, i)
			if end < 0 {
				i++ // a quote that nothing closes
				continue
			}
			if inside := strings.TrimSpace(string(letters[i+1 : end])); inside != "" {
				all = append(all, token{text: inside, quoted: true, plain: letters[i] == '"' && letters[end] == '"', glued: glued})
			}
			i = end + 1
		default:
			end := i
			for end < len(letters) && !unicode.IsSpace(letters[end]) && (end == i || !opens(letters, end)) {
				end++
			}
			all = append(all, token{text: string(letters[i:end]), plain: true, glued: i > 0 && !unicode.IsSpace(letters[i-1])})
			i = end
		}
	}
	return all
}

// closed is where a quote ends: at the first that stands at the end of a word.
func closed(letters []rune, from int) int {
	ends := closing[letters[from]]
	found := -1
	for i := from + 1; i < len(letters); i++ {
		if !strings.ContainsRune(ends, letters[i]) {
			continue
		}
		found = i
		if i+1 == len(letters) || !unicode.IsLetter(letters[i+1]) || unicode.Is(unicode.Hangul, letters[i+1]) {
			return i
		}
	}
	return found
}

// opens reports whether a quote within a word begins something quoted: an
// apostrophe does not.
func opens(letters []rune, i int) bool {
	return closing[letters[i]] != "" && letters[i] != '\'' && letters[i] != '’' && closed(letters, i) > 0
}

var (
	amount = regexp.MustCompile(`^\d+(?:\.\d+)?$`)
	timed  = regexp.MustCompile(`(?i)^(\d+(?:\.\d+)?)-?(ms|msecs?|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?)$`)
	// both is a time in two numbers, as Go writes it: 1m30s.
	both = regexp.MustCompile(`(?i)^(\d+)m(\d+)s$`)
)

// durations joins "5 seconds" into "5s", in all its spellings.
func (s *sentence) durations() {
	var all []token
	for i := 0; i < len(s.tokens); i++ {
		t := s.tokens[i]
		if t.quoted {
			all = append(all, t)
			continue
		}
		first := number(t.text)
		if i+1 < len(s.tokens) && amount.MatchString(first) && !s.tokens[i+1].quoted {
			if joined, ok := duration(first + s.tokens[i+1].word()); ok {
				all = append(all, token{text: joined, plain: true})
				i++
				continue
			}
		}
		if d, ok := duration(strings.Trim(t.text, punctuation+":")); ok {
			t.text = d
		}
		all = append(all, t)
	}
	s.tokens = all
}

// duration writes a time as sentences do, if a word is one.
func duration(word string) (string, bool) {
	if parts := both.FindStringSubmatch(word); parts != nil {
		return product(parts[1], 60, parts[2]) + "s", true
	}
	parts := timed.FindStringSubmatch(word)
	if parts == nil {
		return "", false
	}
	switch unit := strings.ToLower(parts[2]); {
	case strings.HasPrefix(unit, "ms"), strings.HasPrefix(unit, "mil"):
		return parts[1] + "ms", true
	case unit[0] == 's':
		return parts[1] + "s", true
	case unit[0] == 'h':
		return product(parts[1], 60, "0") + "m", true
	}
	return parts[1] + "m", true
}
