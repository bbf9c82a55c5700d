//go:build cluster

package handbook

import (
	"context"
	"strings"
	"testing"
	"time"
)

// tutorials maps pages whose sessions need a cluster to the clusters that they leave up where
// they fail.
var tutorials = map[string]string{
	"README.md":          "",
	"features/README.md": "tutorial",
	"labs/README.md":     "service-selector",
	"labs/TEACHING.md":   "",
	"steps/README.md":    "",
}

// A reader follows the whole page, block by block, on a real cluster. One test for each page,
// so that -run can pick one: TestPagesOnACluster/features.
func TestPagesOnACluster(t *testing.T) {
	all := pages(t)
	for name, left := range tutorials {
		t.Run(strings.TrimSuffix(name, ".md"), func(t *testing.T) {
			r := newReader(t, true)
			if !strings.Contains(name, "/") {
				r.inClone()
			}
			blocks := Blocks(all[name])
			if left != "" {
				t.Cleanup(func() { r.removes(left) })
			}
			r.follows(name, blocks)
		})
	}
}

// TestEachPageWithAClusterIsFollowed finds pages that are missing in the table.
func TestEachPageWithAClusterIsFollowed(t *testing.T) {
	for name, page := range pages(t) {
		for _, b := range Blocks(page) {
			if _, listed := tutorials[name]; b.Cluster && !listed {
				t.Errorf("%s:%d needs a cluster, and no test follows the page", name, b.Line)
			}
		}
	}
}

// removes removes a cluster that a page leaves up, if its test ended before.
func (r *reader) removes(name string) {
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	if output, code := r.runsIn(ctx, "gherkube cluster list | grep --word-regexp '^"+name+"' && gherkube cluster down "+name, ""); code == 0 {
		r.t.Logf("the page left cluster %s up:\n%s", name, output)
	}
}
