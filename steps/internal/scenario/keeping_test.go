package scenario

import (
	"testing"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/faults"
)

type called struct {
	cluster.Cluster
	name string
}

func (c called) Name() string { return c.name }

func TestWhatIsKeptIsToldInOneOrder(t *testing.T) {
	for range 50 {
		all := &Sessions{}
		for _, name := range []string{"b", "c", "a"} {
			c := called{name: name}
			s := &Scenario{session: &session{cluster: c}, Spec: Spec{Isolation: cluster.Shared}, faults: faults.NewEngine(c, faults.Options{Journal: "none"})}
			if err := all.kept.of(c).park(s); err != nil {
				t.Fatal(err)
			}
		}
		if kept := all.Kept(); kept[0].Cluster != "a" || kept[1].Cluster != "b" || kept[2].Cluster != "c" {
			t.Fatalf("got %v", kept)
		}
	}
}
