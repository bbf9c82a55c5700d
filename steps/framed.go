package steps

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/gherkube/gherkube/steps/internal/duration"
)

// Framed is a sentence that says when something is true, whatever that is.
type Framed struct {
	Claims   []string // what is true: one, or the two of an until, its event first
	language Language
	frame    string // in the sentence's language; "until" has none in Korean
	limit    string
}

// How sentences say when. The last two groups of an until are its claims.
var (
	framedEnglish = regexp.MustCompile("^(within|for|never within) " + duration.Pattern + " (.+)$")
	framedKorean  = regexp.MustCompile("^" + duration.Korean + " (안에|동안 한 번도 일어나지 않는다:|동안) (.+)$")
	untilEnglish  = regexp.MustCompile("^until (.+), within " + duration.Pattern + ", (.+)$")
	untilKorean   = regexp.MustCompile("^" + duration.Korean + ` 안에 (.+)\. 그때까지 (.+)$`)
)

// ReadFramed reads a sentence that says when something is true. It reports false for any
// other sentence.
func ReadFramed(sentence string) (Framed, bool) {
	if found := untilEnglish.FindStringSubmatch(sentence); found != nil {
		return Framed{[]string{found[1], found[3]}, English, "until", found[2]}, true
	}
	if found := untilKorean.FindStringSubmatch(sentence); found != nil {
		return Framed{[]string{found[2], found[3]}, Korean, "", found[1]}, true
	}
	if found := framedEnglish.FindStringSubmatch(sentence); found != nil {
		return Framed{[]string{found[3]}, English, found[1], found[2]}, true
	}
	if found := framedKorean.FindStringSubmatch(sentence); found != nil {
		return Framed{[]string{found[3]}, Korean, found[2], found[1]}, true
	}
	return Framed{}, false
}

// Of says in the frame what is true in place of each claim. Several claims in one place
// stand below the sentence, a line each.
func (f Framed) Of(claims ...[]string) (sentence, below string, err error) {
	said := make([]string, len(claims))
	several := -1
	for i, all := range claims {
		switch {
		case len(all) == 1:
			said[i] = all[0]
		case several >= 0:
			return "", "", errors.New("only one of the two parts of an until can be several claims")
		default:
			several = i
			below = strings.Join(all, "\n")
		}
	}
	if several < 0 {
		return f.sentence(said), "", nil
	}
	if len(claims) == 1 && (f.frame == "never within" || strings.HasPrefix(f.frame, "동안 한")) {
		return "", "", errors.New("it is not clear what never happens: one of its claims, or all at once")
	}
	return f.together(said, several), below, nil
}

func (f Framed) sentence(claims []string) string {
	switch {
	case len(claims) == 1 && f.language == Korean:
		return f.limit + " " + f.frame + " " + claims[0]
	case len(claims) == 1:
		return f.frame + " " + f.limit + " " + claims[0]
	case f.language == Korean:
		return fmt.Sprintf("%s 안에 %s. 그때까지 %s", f.limit, claims[0], claims[1])
	}
	return fmt.Sprintf("until %s, within %s, %s", claims[0], f.limit, claims[1])
}

// together are the sentences of togetherSteps.
func (f Framed) together(claims []string, several int) string {
	all := map[Language][]string{
		English: {"all of these hold", "all of these hold"},
		Korean:  {"다음이 모두 참이 된다", "다음이 모두 참이다"},
	}[f.language]
	said := append([]string{}, claims...)
	said[several] = all[several]
	if len(said) == 1 && !strings.HasPrefix(f.frame, "안에") && f.language == Korean {
		said[0] = all[1]
	}
	return f.sentence(said) + ":"
}

// IsClaim reports whether a text says something that can be true or not at any moment, as
// what stands in a frame does.
func IsClaim(text string) bool {
	_, _, err := claimIn(text)
	return err == nil
}
