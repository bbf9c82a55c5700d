package nearest

import (
	"regexp"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/steps"
)

// framed are the words in which people say when, and the vocabulary's own.
var framed = map[string]string{
	"within": "within", "in": "within", "after": "within", "before": "within", "inside": "within",
	"for": "for", "during": "for", "never within": "never within", "never in": "never within", "not within": "never within",
	"안에": "안에", "내에": "안에", "이내에": "안에", "동안": "동안", "뒤에": "안에", "후에": "안에",
}

var someTime = regexp.MustCompile(`^\d+(?:\.\d+)?(?:ms|s|m|밀리초|초|분)$`)

const grace = "the node grace period"

// takeFrame takes the words that say when off a sentence: from its beginning,
// or from its end where people put them, too.
func (s *sentence) takeFrame() {
	for _, at := range []int{0, len(s.tokens) - 2, len(s.tokens) - 3} {
		if at < 0 || s.frame != "" {
			continue
		}
		s.frameAt(at)
	}
}

// takeNever moves a "never" from the sentence into its frame.
func (s *sentence) takeNever() {
	at := slices.IndexFunc(s.tokens, func(t token) bool { return strings.EqualFold(t.word(), "never") })
	if at < 0 || s.frame == "" || s.frame == "never within" || s.language == steps.Korean {
		return
	}
	s.tokens, s.frame = slices.Delete(slices.Clone(s.tokens), at, at+1), "never within"
}

func (s *sentence) frameAt(at int) {
	rest := s.tokens[at:]
	for _, words := range []int{2, 1} {
		if len(rest) <= words {
			continue
		}
		said, named := framed[strings.ToLower(joined(rest[:words]))]
		if s.language == steps.Korean {
			said, named = framed[rest[1].text]
			words = 1
		}
		length, ok := s.timeIn(rest, words)
		if named && ok && (at == 0 || at+words+length == len(s.tokens)) {
			s.frame = said
			s.tokens = slices.Concat(s.tokens[:at], rest[words+length:])
			return
		}
	}
}

// timeIn reads the duration after the words of a frame, or before them in
// Korean, and tells how many tokens it has.
func (s *sentence) timeIn(rest []token, words int) (length int, ok bool) {
	if s.language == steps.Korean {
		s.duration = rest[0].text
		return 1, someTime.MatchString(rest[0].text)
	}
	if last := words + 4; len(rest) >= last && strings.EqualFold(joined(rest[words:last]), grace) {
		s.duration = grace
		if len(rest) >= last+2 && rest[last].text == "and" && someTime.MatchString(rest[last+1].text) {
			s.duration += " and " + rest[last+1].text
			return 6, true
		}
		return 4, true
	}
	s.duration = strings.Trim(rest[words].text, ",:")
	return 1, someTime.MatchString(s.duration)
}

func joined(tokens []token) string {
	words := make([]string, len(tokens))
	for i, t := range tokens {
		words[i] = t.text
		if t.quoted {
			words[i] = `"` + t.text + `"`
		}
	}
	return strings.Join(words, " ")
}

// shape is a sentence without what differs between sentences that say the same
// of different things.
func (s sentence) shape() string {
	var b strings.Builder
	for _, t := range s.tokens {
		if t.quoted {
			b.WriteString(`"`)
		} else {
			b.WriteString(strings.TrimRight(strings.ToLower(t.text), "0123456789"+punctuation))
		}
		b.WriteString(" ")
	}
	return b.String()
}

// inFrame puts a claim into the frame that was written, or else into the first
// that it can have. It reports whether the frames agree.
func (t *template) inFrame(s sentence, claim string) (text string, fits bool) {
	if len(t.frames) == 0 {
		return claim, s.frame == ""
	}
	frame, length := t.frames[0], t.duration
	fits = s.frame == "" || slices.Contains(t.frames, s.frame)
	if s.frame != "" {
		length = s.duration
	}
	if fits && s.frame != "" {
		frame = s.frame
	}
	if t.language == steps.Korean {
		return length + " " + frame + " " + claim, fits
	}
	return frame + " " + length + " " + claim, fits
}
