package steps

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/fixtures/traffic"
	"github.com/gherkube/gherkube/steps/internal/grammar"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// monitored describes continuous requests: their target and their client. In a claim, an
// empty field matches anything.
type monitored struct {
	to      target
	api     bool   // whether the target is the API server
	lookup  bool   // whether the requests are DNS lookups
	name    string // the name to look up
	from    scenario.Requester
	machine bool // whether they come from this machine
}

// String names the requests like the sentence that begins them.
func (m monitored) String() string {
	switch {
	case m.api:
		return "requests to the API server"
	case m.lookup:
		return fmt.Sprintf("lookups of %q from %s", m.name, m.from)
	}
	return fmt.Sprintf("requests to %s from %s", m.to, m.from)
}

// means reports whether the requests of a claim match requests that were begun.
func (m monitored) means(begun monitored) bool {
	switch {
	case m.lookup != begun.lookup, m.api && !begun.api:
		return false
	case m.to != target{} && m.to != begun.to, m.name != "" && m.name != begun.name:
		return false
	}
	return m.from == scenario.Requester{} && !m.machine || m.from == begun.from && m.machine == begun.machine
}

// said describes the requests of a claim, for errors.
func (m monitored) said() string {
	what := "requests"
	switch {
	case m.lookup && m.name != "":
		what = fmt.Sprintf("lookups of %q", m.name)
	case m.lookup:
		what = "lookups"
	case m.api:
		what = "requests to the API server"
	case m.to != target{}:
		what = "requests to " + m.to.String()
	}
	if m.machine || m.from != (scenario.Requester{}) {
		what += " from " + m.from.String()
	}
	return what
}

// the returns the begun requests that match the claim. It returns an error unless exactly
// one matches.
func (m monitored) the(begun []monitored) (monitored, error) {
	var found []monitored
	for _, b := range begun {
		if m.means(b) {
			found = append(found, b)
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return monitored{}, fmt.Errorf("no sentence before it has begun %s: this scenario has begun %s", m.said(), listed(begun))
	}
	return monitored{}, fmt.Errorf("it can mean several: say which of %s", listed(found))
}

func listed(all []monitored) string {
	if len(all) == 0 {
		return "none (Given requests to service \"web\" from pod \"client\" go on all the time)"
	}
	var names []string
	for _, m := range all {
		names = append(names, m.String())
	}
	return strings.Join(names, "; ")
}

// begunBefore returns the requests that the sentences before a line begin.
func begunBefore(before []string) (all []monitored) {
	for _, text := range before {
		for _, step := range Match(text) {
			if step.begins != nil {
				all = append(all, step.begins(step.words(text)))
			}
		}
	}
	return all
}

// needRequests refuses a claim about requests that no earlier sentence began. Requests
// with a ${value} are known only at run time, so it accepts them.
func needRequests(in Line, m monitored) error {
	unknown := slices.ContainsFunc(in.begun, func(b monitored) bool { return grammar.Placeholder.MatchString(b.String()) })
	if in.unknown || unknown || grammar.Placeholder.MatchString(m.said()) {
		return nil
	}
	_, err := m.the(in.begun)
	return err
}

// onlyOnce refuses to begin the same requests twice.
func onlyOnce(in Line, m monitored) error {
	if slices.Contains(in.begun, m) {
		return fmt.Errorf("%s go on already, by a sentence before it", m)
	}
	return nil
}

// monitorOf returns the monitor of the requests that a claim means.
func monitorOf(s *scenario.Scenario, m monitored) (*scenario.Monitor, error) {
	var begun []monitored
	for _, monitor := range s.Monitors() {
		begun = append(begun, monitor.Of.(monitored))
	}
	found, err := m.the(begun)
	if err != nil {
		return nil, err
	}
	return s.Monitors()[slices.Index(begun, found)], nil
}

// canBeSent refuses continuous requests that gherkube cannot send.
func (m monitored) canBeSent() error {
	if m.to.url == "" || grammar.Placeholder.MatchString(m.to.url) {
		return nil
	}
	r, err := traffic.Parse(m.to.url)
	switch {
	case err != nil:
		return err
	case m.machine:
		return nil
	case r.Scheme() == "https":
		return errors.New("from a pod or a node, requests that go on all the time speak http or udp; https is spoken from this machine")
	case !r.HasAddress():
		return fmt.Errorf("requests that go on all the time need an address instead of the name %q: name the service or the pod (requests to service \"web\"), or look the name up (lookups of %q)", r.Host(), r.Host())
	}
	return nil
}
