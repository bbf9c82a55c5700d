package steps

import (
	"context"
	"fmt"
	"time"

	"github.com/onsi/gomega/types"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/etcd"
	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/steps/internal/grammar"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

var etcdClaims = []claim{
	{
		topic:    "etcd",
		opposite: true,
		pattern:  `etcd holds (no )?([a-z]+) "?([^"\s]+)"?(?: with (\{.+\}) "([^"]*)")?`,
		meaning:  "etcd, read without the API server, has the object under its key, or does not. With a JSONPath, as in kubectl, that part of the object has exactly this value.",
		example:  `etcd holds pod "web" with {.spec.nodeName} "worker-1"`,
		korean: Sentence{
			Pattern: `etcd에 (?:(\{.+\}){이/가} "([^"]*)"인 )?(\S+) "?([^"\s]+)"?{이/가} (있다|없다)`,
			Example: `etcd에 {.spec.nodeName}이 "worker-1"인 파드 "web"이 있다`,
			Order:   []int{3, 4, 1, 2, 0}, Words: koreanHolding,
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			namespace, name := s.Object(args[2])
			key, err := etcd.Key(args[1], namespace, name)
			if err != nil {
				return nil, nil, err
			}
			return stored(s, key, args[3]), holding(args[0] == "", args[3], args[4]), nil
		},
		check: func(_ Line, args []string) error { return keepable(args[1], args[3]) },
	},
	{
		topic:    "etcd",
		opposite: true,
		pattern:  `the snapshot "([^"]+)" on (\S+) holds (no )?([a-z]+) "?([^"\s]+)"?(?: with (\{.+\}) "([^"]*)")?`,
		meaning:  "The file is a complete etcd snapshot, as written by etcdctl snapshot save, and contains the object, or does not. With a JSONPath, that part of the object has exactly this value.",
		example:  `the snapshot "/var/backups/etcd.db" on control-plane-1 holds configmap "web" with {.data.colour} "blue"`,
		korean: Sentence{
			Pattern: `(\S+)의 스냅샷 "([^"]+)"에 (?:(\{.+\}){이/가} "([^"]*)"인 )?(\S+) "?([^"\s]+)"?{이/가} (있다|없다)`,
			Example: `control-plane-1의 스냅샷 "/var/backups/etcd.db"에 {.data.colour}가 "blue"인 컨피그맵 "web"이 있다`,
			Order:   []int{1, 0, 5, 6, 3, 4, 2}, Words: koreanHolding,
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			n, err := s.Cluster().Node(args[1])
			if err != nil {
				return nil, nil, err
			}
			namespace, name := s.Object(args[4])
			key, err := etcd.Key(args[3], namespace, name)
			if err != nil {
				return nil, nil, err
			}
			return saved(n, args[0], key, args[5]), keeping(args[2] == "", args[5], args[6]), nil
		},
		check: func(_ Line, args []string) error { return keepable(args[3], args[5]) },
	},
}

// keepable refuses a kind that etcd does not store, and an invalid path.
func keepable(kind, path string) error {
	if _, err := etcd.Key(kind, "", ""); err != nil {
		return err
	}
	if path == "" || grammar.Placeholder.MatchString(path) {
		return nil
	}
	_, err := etcd.Entry{}.Field(path)
	return err
}

// savedPeriod is the period between reads of a snapshot. Each read starts an etcd.
const savedPeriod = 2 * time.Second

// saved reads a key of an etcd snapshot, and the part of its object at a path.
func saved(n cluster.Node, file, key, path string) observe.Subject {
	describe := fmt.Sprintf("what the snapshot %s on %s holds under %s", file, n.Name(), key)
	return observe.Probe(describe, savedPeriod, func(ctx context.Context) (any, error) {
		found, err := etcd.GetSaved(ctx, n, file, key)
		if err != nil || found.Object == nil || path == "" {
			return keptEntry{entry{Entry: found.Entry}, found.Flaw}, err
		}
		part, err := found.Field(path)
		return keptEntry{entry{found.Entry, path, part}, found.Flaw}, err
	})
}

// keptEntry is an entry of a snapshot. In a flawed snapshot, a key is neither present nor
// absent.
type keptEntry struct {
	entry
	flaw string
}

// Describe describes the entry, or the flaw of the snapshot.
func (k keptEntry) Describe() string {
	if k.flaw != "" {
		return etcd.Saved{Flaw: k.flaw}.Describe()
	}
	return k.entry.Describe()
}

func keeping(wanted bool, path, part string) types.GomegaMatcher {
	return observe.Satisfy(holdingWords(wanted, path, part), func(k keptEntry) bool {
		return k.flaw == "" && k.entry.holds(part) == wanted
	})
}

// stored reads a key of etcd, and the part of its object at a path.
func stored(s *scenario.Scenario, key, path string) observe.Subject {
	return observe.Probe("what etcd holds under "+key, probePeriod, func(ctx context.Context) (any, error) {
		e, err := etcd.Get(ctx, s.Cluster(), key)
		if err != nil || e.Object == nil || path == "" {
			return entry{Entry: e}, err
		}
		part, err := e.Field(path)
		return entry{e, path, part}, err
	})
}

// entry is an entry of etcd, with the part that a sentence asks about.
type entry struct {
	etcd.Entry
	path, part string
}

// Describe describes the entry and its part.
func (e entry) Describe() string {
	if e.path == "" {
		return e.Entry.Describe()
	}
	return fmt.Sprintf("%s, with %s %q", e.Entry.Describe(), e.path, e.part)
}

// holding matches an entry that exists and, given a path, has this part there. If wanted
// is false, it matches any other entry.
func holding(wanted bool, path, part string) types.GomegaMatcher {
	return observe.Satisfy(holdingWords(wanted, path, part), func(e entry) bool { return e.holds(part) == wanted })
}

func (e entry) holds(part string) bool { return e.Object != nil && e.part == part }

func holdingWords(wanted bool, path, part string) string {
	what := map[bool]string{true: "be an object", false: "be no object"}[wanted]
	if path != "" {
		what += fmt.Sprintf(" with %s %q", path, part)
	}
	return what
}
