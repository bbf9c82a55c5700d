package steps

import (
	"context"
	"fmt"

	"github.com/onsi/gomega/types"

	"github.com/gherkube/gherkube/fixtures/etcd"
	"github.com/gherkube/gherkube/fixtures/observe"
)

var etcdClaims = []claim{
	{
		topic:   "etcd",
		pattern: `etcd holds (no )?([a-z]+) "?([^"\s]+)"?(?: with (\{.+\}) "([^"]*)")?`,
		meaning: "The store itself, asked past the API server, has the object under its key, or has it not; with a part of it, by a JSONPath as kubectl takes it, that is just this.",
		example: `etcd holds pod "web" with {.spec.nodeName} "worker-1"`,
		korean: Sentence{
			Pattern: `etcd에 (?:(\{.+\}){이/가} "([^"]*)"인 )?(\S+) "?([^"\s]+)"?{이/가} (있다|없다)`,
			Example: `etcd에 {.spec.nodeName}이 "worker-1"인 파드 "web"이 있다`,
			Order:   []int{3, 4, 1, 2, 0}, Words: koreanHolding,
		},
		read: func(s *scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			namespace, name := s.object(args[2])
			key, err := etcd.Key(args[1], namespace, name)
			if err != nil {
				return nil, nil, err
			}
			return s.stored(key, args[3]), holding(args[0] == "", args[3], args[4]), nil
		},
	},
}

// stored is what etcd holds under a key, and what a part of it is.
func (s *scenario) stored(key, path string) observe.Subject {
	return observe.Probe("what etcd holds under "+key, probePeriod, func(ctx context.Context) (any, error) {
		e, err := etcd.Get(ctx, s.cluster, key)
		if err != nil || e.Object == nil || path == "" {
			return entry{Entry: e}, err
		}
		part, err := e.Field(path)
		return entry{e, path, part}, err
	})
}

// entry is what etcd holds, with the part of it that is asked about.
type entry struct {
	etcd.Entry
	path, part string
}

// Describe says what is there, and what the part is.
func (e entry) Describe() string {
	if e.path == "" {
		return e.Entry.Describe()
	}
	return fmt.Sprintf("%s, with %s %q", e.Entry.Describe(), e.path, e.part)
}

// holding matches an entry that is there, with a part that is so if one is
// asked about; or one of which that is not true.
func holding(wanted bool, path, part string) types.GomegaMatcher {
	what := map[bool]string{true: "be an object", false: "be no object"}[wanted]
	if path != "" {
		what += fmt.Sprintf(" with %s %q", path, part)
	}
	return observe.Satisfy(what, func(e entry) bool {
		return (e.Object != nil && e.part == part) == wanted
	})
}
