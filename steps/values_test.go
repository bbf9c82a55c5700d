package steps

import (
	"context"
	"strings"
	"testing"

	"github.com/cucumber/godog"
	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/steps/internal/scenario"
)

var someValues = map[string]string{"namespace": "scenario-1", "ip": "10.244.1.7"}

// Placeholders are resolved in every argument of a function, and the sentence stays
// unchanged.
func TestEveryArgumentIsFilled(t *testing.T) {
	ctx := scenario.NewContext(t.Context(), scenario.Fake{Values: someValues}.Scenario())
	var got []string
	step := filled(func(_ context.Context, words string, text *godog.DocString, table *godog.Table) error {
		got = append(got, words, text.Content, table.Rows[0].Cells[0].Value)
		return nil
	}, false).(func(context.Context, string, *godog.DocString, *godog.Table) error)

	text := &godog.DocString{Content: "a ${ip}"}
	table := &godog.Table{Rows: []*messages.PickleTableRow{{Cells: []*messages.PickleTableCell{{Value: "b ${ip}"}}}}}
	if err := step(ctx, "c ${ip}", text, table); err != nil {
		t.Fatal(err)
	}
	if want := "c 10.244.1.7|a 10.244.1.7|b 10.244.1.7"; strings.Join(got, "|") != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if text.Content != "a ${ip}" || table.Rows[0].Cells[0].Value != "b ${ip}" {
		t.Error("the sentence itself was changed")
	}
	if err := step(ctx, "${none}", text, table); err == nil || len(got) != 3 {
		t.Errorf("an unknown name must keep the step from running: %v", err)
	}
}

// A function that resolves placeholders by itself gets the text below its sentence
// unchanged.
func TestWhatStandsBelowIsLeftToThoseThatFillItIn(t *testing.T) {
	ctx := scenario.NewContext(t.Context(), scenario.Fake{Values: someValues}.Scenario())
	var got []string
	step := filled(func(_ context.Context, words string, text *godog.DocString) error {
		got = append(got, words, text.Content)
		return nil
	}, true).(func(context.Context, string, *godog.DocString) error)
	if err := step(ctx, "a ${ip}", &godog.DocString{Content: "b ${ip}"}); err != nil {
		t.Fatal(err)
	}
	if want := "a 10.244.1.7|b ${ip}"; strings.Join(got, "|") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
