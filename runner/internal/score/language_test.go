package score

import (
	"strings"
	"testing"
)

func TestTheLanguageIsThatOfTheCriteriaUnlessOneIsAskedFor(t *testing.T) {
	english := result("ada", passed, passed, passed, passed)
	korean := result("ada", passed, passed, passed, passed)
	for i := range korean.Criteria {
		korean.Criteria[i].Name = "웹이 응답한다"
	}
	for _, row := range []struct {
		result      Result
		asked, want string
	}{
		{english, "", "en"}, {english, "ko", "ko"}, {korean, "", "ko"}, {korean, "en", "en"}, {Result{}, "", "en"},
	} {
		if got := LanguageOf([]Result{row.result}, row.asked); got != row.want {
			t.Errorf("asked for %q: %q, want %q", row.asked, got, row.want)
		}
	}
}

func TestAPageIsInTheLanguageThatIsAskedFor(t *testing.T) {
	results := []Result{result("ada", passed, passed, passed, passed)}
	for asked, want := range map[string]string{"": `<html lang="en"`, "ko": `<html lang="ko"`} {
		if got := string(write(t, Named("html"), results, Style{Language: asked})); !strings.Contains(got, want) {
			t.Errorf("%q: %s is missing", asked, want)
		}
	}
}
