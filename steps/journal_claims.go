package steps

import (
	"context"
	"fmt"

	"github.com/onsi/gomega/types"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/phrase"
	"github.com/gherkube/gherkube/fixtures/system"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// journalClaims are the claims about the journal of a node.
var journalClaims = []claim{
	{
		topic:    "nodes",
		opposite: true,
		pattern:  `the journal of (\S+) on (\S+) (says|does not say) "(.+)"`,
		meaning:  "The node's journal of this systemd unit has these words in it, written since the scenario began, or has not; a unit that never wrote anything has no journal. " + wordsOfFile,
		example:  `the journal of kubelet on worker-1 says "Started kubelet"`,
		korean: Sentence{
			Pattern: `(\S+)의 (\S+) 저널{이/은} "` + koreanQuoted + `"{을/를/라고/이라고} (말한다|말하지 않는다)`,
			Example: `worker-1의 kubelet 저널이 "Started kubelet"이라고 말한다`,
			Order:   []int{1, 0, 3, 2},
			Words:   map[string]string{"말한다": "says", "말하지 않는다": "does not say"},
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			if err := system.CheckUnit(args[0]); err != nil {
				return nil, nil, err
			}
			look := func(ctx context.Context, n cluster.Node) (system.Journal, error) {
				return system.JournalOf(ctx, n, args[0], s.Began())
			}
			subject, err := lookOn(s, args[1], "the journal of "+args[0], look)
			return subject, journalThat(args[2] == "says", args[3]), err
		},
		check: func(_ Line, args []string) error {
			if err := unlessValue(args[0], system.CheckUnit); err != nil {
				return err
			}
			return saysSomething("says", args[3])
		},
	},
}

func journalThat(wanted bool, words string) types.GomegaMatcher {
	phrase, want := phrase.Of(words), fmt.Sprintf("say %q", words)
	if !wanted {
		want = "be there, and not " + want
	}
	return observe.Satisfy(want, func(j system.Journal) bool {
		says, known := j.Says(phrase)
		return known && says == wanted
	})
}
