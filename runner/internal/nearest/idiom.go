package nearest

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/gherkube/gherkube/steps"
)

// idiom is a way in which people say something that the vocabulary says in other words.
type idiom struct {
	said *regexp.Regexp // without the words that say when
	// does is the sentence for a Given or a When, and claims that for a Then; empty for
	// none. $1 stands for what a group of said has.
	does, claims string
	next         string // the sentence that has to follow does
}

// parts are the pieces of the patterns of idioms, by their names.
var parts = strings.NewReplacer(
	"{q}", `"([^"]+)"`,
	"{n}", `(\d+|no|a|an|one|two|three|four|five|six|seven|eight|nine|ten|zero)`,
	"{node}", `(?:the )?(?:node )?"?([a-z][a-z0-9.-]*\d|<[^<>]+>|\$\{[^{}]+\})"?`,
	"{type}", `(?:the |a |an |my )?([a-z]+(?:\.[a-z0-9.-]+)?)`,
	"{workload}", `(?:the |a |my )?(deployment|statefulset|daemonset|replicaset|job)`,
	"{to}", `(?: |: ?| to | as | with | equal to )`,
	"{kn}", `((?:[a-z][a-z0-9-]*\d)의 )`,
	"{kdown}", `(?:중지|정지|멈|죽|다운|내려간|내려가|내려 있|종료|꺼|꺼진|응답하지 않|응답하지 못|중단|동작하지 않|작동하지 않|사용할 수 없|끈다|끄).*`,
	"{should}", `(?:should |must |will |shall )?`,
	"{is}", `(?:is|are|be|becomes|become|gets|get|has been|have been|was|being)`,
	"{has}", `(?:has|have|had|shows|gets|get)`,
	"{down}", `(?:(?:should |must |will )?(?:is|are|be|becomes|gets|was|has been|being) (?:now )?(?:stopped|down|killed|shut down|crashed|broken|dead|unavailable|unreachable|offline|held down|turned off|taken down|brought down|shut off|gone|not (?:available|reachable|running|answering|responding|up))`+
		`|(?:goes|went|go|comes|falls) (?:down|offline|away)|crash(?:es|ed)?|dies|died|stops?(?: working| answering| responding| running)?|fails|is failing`+
		`|(?:does not|doesn't|do not|did not|cannot|can't|no longer) (?:answers?|respond|responds|run|runs|work|works|be reached|be contacted)(?: (?:to )?(?:any )?requests?)?|cannot be reached)`,
	"{up}", `(?:(?:is|are|be|becomes|gets|was|has been) (?:now )?(?:started|started again|up|up again|back|back up|restored|brought back|running again|available again|available|reachable|reachable again)|comes (?:back|up)(?: up| again)?|starts(?: again)?|recovers|answers(?: again)?|responds(?: again)?|works(?: again)?)`,
)

func idiomOf(pattern, does, claims string) idiom {
	return idiom{said: regexp.MustCompile(`(?i)^(?:` + parts.Replace(pattern) + `)$`), does: marked(does), claims: marked(claims)}
}

// marked has the groups expanded within the marks {k:1}, for the name that kubectl gives a
// Korean type, and {o:1}, for the particle that follows a word.
func marked(template string) string { return markOf.ReplaceAllString(template, "{$1:$${$2}}") }

var (
	markOf       = regexp.MustCompile(`\{([ko]):(\d)\}`)
	typeMark     = regexp.MustCompile(`\{k:[^{}]*\}`)
	objectMark   = regexp.MustCompile(`\{o:[^{}]*\}`)
	kubectlTypes = map[string]string{
		"파드": "pod", "디플로이먼트": "deployment", "스테이트풀셋": "statefulset", "데몬셋": "daemonset", "레플리카셋": "replicaset",
		"잡": "job", "서비스": "service", "네임스페이스": "namespace",
	}
)

// objectParticle returns the particle of an object after a word: 을 after a final consonant.
func objectParticle(word string) string {
	last, _ := utf8.DecodeLastRuneInString(word)
	if last >= '가' && last <= '힣' && (last-'가')%28 > 0 || strings.ContainsRune("lmnr013678", last) {
		return "을"
	}
	return "를"
}

func (i idiom) then(next string) idiom {
	i.next = marked(next)
	return i
}

// meantBy returns the sentence that an idiom means.
func (x *Index) meantBy(s sentence, kind steps.Kind) (Guess, bool) {
	text := strings.TrimRight(joinedPlainly(s.tokens), ":")
	for _, i := range idioms {
		found := i.said.FindStringSubmatchIndex(text)
		if found == nil {
			continue
		}
		acts := i.does
		if kind == steps.Then || kind == "" && (s.frame != "" || acts == "") {
			acts = ""
		}
		fill := func(template string) string { return tidy(string(i.said.ExpandString(nil, template, text, found))) }
		if acts != "" && s.frame == "" {
			if g := (Guess{Text: fill(acts), Likely: true, Alike: 1}); x.offerable(g.Text, kind) {
				if i.next != "" {
					g.Next = fill(i.next)
				}
				return g, true
			}
		}
		if i.claims == "" || kind != "" && kind != steps.Then {
			continue
		}
		if g, ok := x.framed(s, fill(i.claims)); ok {
			return g, true
		}
	}
	return Guess{}, false
}

// framed puts a claim into the frame that was written, or into one that it can have.
func (x *Index) framed(s sentence, claim string) (Guess, bool) {
	g := Guess{Likely: true, Alike: 1, Untimed: s.frame == ""}
	frames, length := []string{"within", "for", "never within"}, "30s"
	if s.language == steps.Korean {
		frames, length = []string{"안에", "동안", "동안 한 번도 일어나지 않는다:"}, "30초"
	}
	if s.duration != "" && s.frame != "" {
		length = s.duration
	}
	if x.offerable(claim, steps.Then) { // it needs no time
		g.Text, g.Untimed = claim, false
		return g, true
	}
	for _, frame := range frames {
		text := frame + " " + length + " " + claim
		if s.language == steps.Korean {
			text = length + " " + frame + " " + claim
		}
		if !x.offerable(text, steps.Then) {
			continue
		}
		g.Frames = append(g.Frames, frame)
		if g.Text == "" && s.frame == "" || s.frame == frame {
			g.Text = text
		}
	}
	return g, g.Text != ""
}

// offerable reports whether a sentence is of the vocabulary, and passes its checks.
func (x *Index) offerable(text string, kind steps.Kind) bool {
	found := x.match(text)
	return len(found) == 1 && (kind == "" || found[0].Allows(kind)) && found[0].Flaw(text) == nil
}

// joinedPlainly writes the tokens with plain quotes and without full stops.
func joinedPlainly(tokens []token) string {
	var b strings.Builder
	for _, t := range tokens {
		word := strings.TrimRight(t.text, punctuation)
		if n := slices.Index(numbers, strings.ToLower(word)); n >= 0 {
			word = strconv.Itoa(n)
		}
		if t.quoted {
			word = `"` + strings.ReplaceAll(t.text, `"`, "'") + `"`
		}
		if word != "" && b.Len() > 0 && !t.glued {
			b.WriteString(" ")
		}
		b.WriteString(word)
	}
	return b.String()
}

var spaces = regexp.MustCompile(` {2,}`)

// tidy removes the spaces that empty groups leave.
func tidy(text string) string {
	text = typeMark.ReplaceAllStringFunc(text, func(marked string) string { return kubectlTypes[marked[len("{k:"):len(marked)-1]] })
	text = objectMark.ReplaceAllStringFunc(text, func(marked string) string { return objectParticle(marked[len("{o:") : len(marked)-1]) })
	return strings.TrimSpace(spaces.ReplaceAllString(text, " "))
}
