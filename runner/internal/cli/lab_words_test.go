package cli

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/grading"
	"github.com/gherkube/gherkube/runner/internal/lab"
)

// TestBothLanguagesSayTheSame checks that each sentence to students is there in both, with
// the same arguments and the same commands.
func TestBothLanguagesSayTheSame(t *testing.T) {
	commands := regexp.MustCompile(`(?m)^  [^#\n]*`)
	verbs := regexp.MustCompile(`%(\[\d\])?[sd]`)
	count := func(text string) []string {
		var all []string
		for _, v := range verbs.FindAllString(text, -1) {
			all = append(all, v[len(v)-1:])
		}
		slices.Sort(all)
		return all
	}
	for key, text := range englishWords {
		other := koreanWords[key]
		if !slices.Equal(count(text), count(other)) || !slices.Equal(commands.FindAllString(text, -1), commands.FindAllString(other, -1)) {
			t.Errorf("%s: %q\n%q", key, text, other)
		}
	}
	for key := range koreanWords {
		if englishWords[key] == "" && key != "points" {
			t.Errorf("%s is not there in English", key)
		}
	}
}

func TestHintsAreSoldInTheStudentsLanguage(t *testing.T) {
	first, second := grading.Offer{Hint: lab.Hint{Cost: 1}, Task: 2, Number: 1, Of: 3}, grading.Offer{Hint: lab.Hint{Cost: 2}, Task: 2, Number: 2, Of: 3}
	for _, row := range [][2]string{
		{wordsIn("en").price(first, 8), "Hint 1 of 3 for task 2 costs 1 of the task's 8 points."},
		{wordsIn("ko").price(first, 8), "과제 2의 힌트 1/3: 보면 과제의 8점 가운데 1점이 감점된다."},
		{wordsIn("en").afterHint(first, second, true), "(It cost 1 point. Hint 2 of 3 costs 2 points.)"},
		{wordsIn("ko").afterHint(first, second, true), "(1점 감점되었다. 다음 힌트 2/3: 보면 2점이 감점된다.)"},
		{wordsIn("ko").afterHint(grading.Offer{Task: 2}, second, false), "(과제 2의 마지막 힌트였다.)"},
	} {
		if row[0] != row[1] || strings.Contains(row[0], "!") {
			t.Errorf("got %q, want %q", row[0], row[1])
		}
	}
}
