package steps

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/onsi/gomega/types"
	corev1 "k8s.io/api/core/v1"

	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/phrase"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// eventClaims are the claims about Kubernetes events, as they arrived.
var eventClaims = []claim{
	{
		topic:    "events",
		opposite: true,
		pattern:  `(an|no) event about ` + objectWords + `(?: from "([^"]+)")? says "([^"]+)"(?: and "([^"]+)")?`,
		meaning:  "An event about the object has come since the scenario began (of a lab: since its cluster did) whose reason and message hold these words, or none has. Words are matched whole. From is the component that reported it (default-scheduler, kubelet, the name of another scheduler).",
		example:  `an event about pod "web" says "FailedScheduling" and "Insufficient cpu"`,
		korean: Sentence{
			Pattern: koreanObject + `에 관한(?: "([^"]+)"의)? 이벤트가 "([^"]+)"(?:{과/와} "([^"]+)")?{을/를} (알린다|알리지 않는다)`,
			Example: `파드 "web"에 관한 이벤트가 "FailedScheduling"과 "Insufficient cpu"를 알린다`,
			Order:   []int{1, 2, 3, 4, 5, 6, 0},
			Words:   inKoreanTypes(map[string]string{"알린다": "an", "알리지 않는다": "no"}),
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			r := refIn(args[1:])
			subject, err := eventsAbout(s, r)
			if err != nil {
				return nil, nil, err
			}
			said := slices.DeleteFunc(slices.Clone(args[5:]), func(words string) bool { return words == "" })
			is := func(all events) bool {
				return slices.ContainsFunc(all, func(e *corev1.Event) bool { return from(e, args[4]) && says(e, said) })
			}
			words := quoted(said)
			if args[4] != "" {
				words += fmt.Sprintf(" from %q", args[4])
			}
			if args[0] == "no" {
				return subject, observe.Satisfy("include none that says "+words, func(all events) bool { return !is(all) }), nil
			}
			return subject, observe.Satisfy("include one that says "+words, is), nil
		},
		check: ofObject(1, func(_ Line, args []string) error {
			if err := saysSomething("says", args[5]); err != nil || args[6] == "" {
				return err
			}
			return saysSomething("says", args[6])
		}),
		speaks:  speaksOf(1),
		about:   aboutObject(1),
		nothing: func(args []string) bool { return args[0] == "no" },
	},
}

// events are the events about one object.
type events []*corev1.Event

// Describe lists the last five events.
func (all events) Describe() string {
	const enough = 5
	if len(all) == 0 {
		return "no events"
	}
	var said []string
	if more := len(all) - enough; more > 0 {
		said = append(said, fmt.Sprintf("%d events before these", more))
	}
	for _, e := range all[max(0, len(all)-enough):] {
		line := observe.Describe(e)
		if by := reporter(e); by != "" {
			line += " (from " + by + ")"
		}
		said = append(said, line)
	}
	return strings.Join(said, "\n")
}

// eventsAbout observes the events about an object since the scenario began. In a lab, it
// includes all events, because checks ask about what happened before them. Kubernetes
// stores event times in whole seconds.
func eventsAbout(s *scenario.Scenario, r ref) (observe.Subject, error) {
	t, err := s.Type(r.typ)
	if err != nil {
		return nil, err
	}
	namespace, name := s.Object(r.name)
	if t.ClusterScoped {
		namespace = ""
	}
	since := s.Began().Truncate(time.Second)
	if s.InEnvironment() {
		since = time.Time{}
	}
	return observe.From("the events about "+r.String(), func(v observe.View) any {
		var all events
		for _, e := range observe.List[*corev1.Event](v, "") {
			about := e.InvolvedObject
			if about.Kind == t.Kind && about.Name == name && about.Namespace == namespace && !observe.EventTime(e).Before(since) {
				all = append(all, e)
			}
		}
		slices.SortStableFunc(all, func(a, b *corev1.Event) int { return observe.EventTime(a).Compare(observe.EventTime(b)) })
		return all
	}, observe.KindEvent), nil
}

// says reports whether an event contains all of the words.
func says(e *corev1.Event, words []string) bool {
	text := e.Type + " " + e.Reason + ": " + e.Message
	return !slices.ContainsFunc(words, func(w string) bool { return !phrase.Of(w).In(text) })
}

// reporter returns the component that reported an event. Old clients set only the source.
func reporter(e *corev1.Event) string { return cmp.Or(e.ReportingController, e.Source.Component) }

// from reports whether a component reported an event. An empty component matches all.
func from(e *corev1.Event, component string) bool {
	return component == "" || e.ReportingController == component || e.Source.Component == component
}
