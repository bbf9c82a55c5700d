package steps

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/gherkube/gherkube/steps/internal/duration"
)

// Framed is a sentence that consists of a frame and claims: when, and what is true then.
type Framed struct {
	Claims   []string // the claims: one, or the two of an until, its event first
	language Language
	frame    string // in English
	limit    string // in English
}

// Patterns of framed sentences. The last two groups of an until are its claims.
var (
	framedEnglish = regexp.MustCompile("^(within|for|never within) " + duration.Pattern + " (.+)$")
	framedKorean  = regexp.MustCompile("^" + duration.Korean + " (안에|동안 한 번도 일어나지 않는다:|동안) (.+)$")
	untilEnglish  = regexp.MustCompile("^until (.+), within " + duration.Pattern + ", (.+)$")
	untilKorean   = regexp.MustCompile("^" + duration.Korean + ` 안에 (.+)\. 그때까지 (.+)$`)
)

// ReadFramed parses a framed sentence. It returns false for any other sentence.
func ReadFramed(sentence string) (Framed, bool) {
	if found := untilEnglish.FindStringSubmatch(sentence); found != nil {
		return Framed{[]string{found[1], found[3]}, English, "until", found[2]}, true
	}
	if found := untilKorean.FindStringSubmatch(sentence); found != nil {
		return Framed{[]string{found[2], found[3]}, Korean, "until", duration.English(found[1])}, true
	}
	if found := framedEnglish.FindStringSubmatch(sentence); found != nil {
		return Framed{[]string{found[3]}, English, found[1], found[2]}, true
	}
	if found := framedKorean.FindStringSubmatch(sentence); found != nil {
		return Framed{[]string{found[3]}, Korean, koreanFrames[found[2]], duration.English(found[1])}, true
	}
	return Framed{}, false
}

// Of puts other claims into the frame, in the language of each claim. Several claims in
// one place follow below the sentence, one per line.
func (f Framed) Of(claims ...[]string) (sentence, below string, err error) {
	said := make([]string, len(claims))
	several := -1
	var languages []Language
	for i, all := range claims {
		switch {
		case len(all) == 1:
			said[i] = all[0]
			languages = append(languages, languageOf(all[0]))
		case several >= 0:
			return "", "", errors.New("only one of the two parts of an until can be several claims")
		default:
			several = i
			below = strings.Join(all, "\n")
		}
	}
	if len(languages) > 0 {
		f.language = languages[0]
	}
	switch {
	case len(languages) == 2 && languages[0] != languages[1]:
		return "", "", errors.New("the two parts of an until are in two languages")
	case several >= 0 && f.frame == "never within":
		return "", "", errors.New("it is not clear what never happens: one of its claims, or all at once")
	case several < 0:
		return f.sentence(said...), "", nil
	}
	said[several] = f.allOfThese(several)
	return f.sentence(said...) + ":", below, nil
}

// sentence puts claims into the frame.
func (f Framed) sentence(claims ...string) string {
	switch {
	case f.language == English && f.frame == "until":
		return fmt.Sprintf("until %s, within %s, %s", claims[0], f.limit, claims[1])
	case f.language == English:
		return f.frame + " " + f.limit + " " + claims[0]
	case f.frame == "until":
		return fmt.Sprintf("%s 안에 %s. 그때까지 %s", duration.InKorean(f.limit), claims[0], claims[1])
	}
	return duration.InKorean(f.limit) + " " + koreanFor([]string{f.frame})[0] + " " + claims[0]
}

// allOfThese returns the words that stand for several claims, as in togetherSteps.
func (f Framed) allOfThese(place int) string {
	switch {
	case f.language == English:
		return "all of these hold"
	case f.frame == "within", f.frame == "until" && place == 0:
		return "다음이 모두 참이 된다"
	}
	return "다음이 모두 참이다"
}

// languageOf returns the language of a claim.
func languageOf(claim string) Language {
	for _, c := range anchoredClaims() {
		if c.pattern.MatchString(claim) {
			return c.said.Language
		}
	}
	return English
}

// InFrame puts a claim without a frame, such as `pod "web" is Running`, into the first
// frame that fits, for lint to check. It returns false for any other text.
func InFrame(text string) (sentence string, ok bool) {
	c, _, err := claimIn(text)
	if err != nil {
		return "", false
	}
	return Framed{language: languageOf(text), frame: c.frames()[0], limit: "1s"}.sentence(text), true
}

// IsClaim reports whether a text is a claim: something that can stand in a frame, true or
// false at any moment.
func IsClaim(text string) bool {
	_, _, err := claimIn(text)
	return err == nil
}

// ClaimComplaint checks a claim statically, as far as possible without its scenario.
func ClaimComplaint(text string) error { return complaintOf(Line{Text: text}, text) }

// InFrames puts the pattern and the example of a claim into the frames that suit every
// claim, in both languages.
func InFrames(pattern, example string) (framed, said string, korean Sentence) {
	claim := strings.TrimSuffix(strings.TrimPrefix(pattern, "^"), "$")
	framed = "^(within|for) " + duration.Pattern + " " + claim + "$"
	korean = Sentence{
		Pattern: "^" + duration.Korean + " (안에|동안) " + claim + "$", Example: "30초 안에 " + example,
	}
	return framed, "within 30s " + example, korean
}
