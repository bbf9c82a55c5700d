package nearest

import (
	"regexp"
	"strings"

	"github.com/gherkube/gherkube/steps"
)

// untilForm is how people may write an expectation that ends with an event.
var untilForm = regexp.MustCompile(`(?i)^until (.+?),? within (.+?), (.+)$`)

// until takes the parts of such an expectation one by one.
func (x *Index) until(written string) (Guess, bool) {
	parts := untilForm.FindStringSubmatch(written)
	if parts == nil {
		return Guess{}, false
	}
	length := read("within " + parts[2] + " it is").duration
	event, holds := x.claim("within", parts[1]), x.claim("for", parts[3])
	text := "until " + event + ", within " + length + ", " + holds
	if event == "" || holds == "" || len(x.match(text)) != 1 {
		return Guess{}, false
	}
	return Guess{Text: text, Likely: true, Alike: 1}, true
}

// claim is the claim that a part of a sentence may mean.
func (x *Index) claim(frame, part string) string {
	before := frame + " 10s "
	guesses := x.Meant(before+part, steps.Then, 1)
	if len(guesses) == 0 || !guesses[0].Likely {
		return ""
	}
	claim, framed := strings.CutPrefix(guesses[0].Text, before)
	if !framed {
		return ""
	}
	return claim
}
