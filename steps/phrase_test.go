package steps

import (
	"context"
	"strings"
	"testing"

	"github.com/cucumber/godog"
	messages "github.com/cucumber/messages/go/v21"
)

// godog alone would run the definition of a phrase as a scenario.
func TestAPhraseIsNoScenario(t *testing.T) {
	phrase := &godog.Scenario{Name: "the shop is open", Uri: "words.feature", Tags: []*messages.PickleTag{{Name: PhraseTag}}}
	_, err := (&Suite{}).before(context.Background(), phrase)
	if err == nil || !strings.Contains(err.Error(), "words.feature defines a phrase") {
		t.Errorf("got %v", err)
	}
}
