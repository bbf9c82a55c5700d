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
	}).(func(context.Context, string, *godog.DocString, *godog.Table) error)

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

// A value is data: whatever it holds, a claim says what its author wrote.
func TestAValueChangesNoClaim(t *testing.T) {
	s := scenario.Fake{Namespace: "shop", Values: map[string]string{"web": `web" is gone`, "dollar": "${web}"}}.Scenario()
	for claim, want := range map[string]string{
		`pod "${web}" is Running`:    `pod "web\" is gone" (namespace shop) to be Running`,
		`pod "${dollar}" is Running`: `pod "${web}" (namespace shop) to be Running`,
	} {
		read, err := readClaim(t.Context(), s, claim)
		if err != nil || read.String() != want {
			t.Errorf("%s: got %s, %v, want %s", claim, read, err, want)
		}
	}
	if _, err := readClaim(t.Context(), s, `pod "${none}" is Running`); err == nil {
		t.Error("an unknown name is taken")
	}
	for _, sentence := range []string{
		`until pod "a" is Running, within 5s, pod "b" is Pending`, "within 5s all of these hold:",
		`until pod "a" is Running, within 5s, all of these hold:`, `until all of these hold, within 5s, pod "a" is Running:`,
	} {
		if step := Match(sentence)[0]; !step.ownValues {
			t.Errorf("%s: its claims are read after values are filled in", sentence)
		}
	}
}
