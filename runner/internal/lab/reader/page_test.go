package reader_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"gotest.tools/v3/golden"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/fitness"
	"github.com/gherkube/gherkube/runner/internal/inventory"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/lab/reader"
)

// page is the page for authors; the markers enclose the part that is generated from
// code.
const (
	page      = "../../../../labs/INVENTORY.md"
	pageBegin = "<!-- generated: go test ./runner/internal/lab/reader -run TestThePageForAuthors -update -->\n"
	pageEnd   = "<!-- end of the generated part -->\n"
)

// useful lists the programs that authors look for, available or not.
var useful = strings.Fields(`kubectl kubeadm etcdctl etcdutl crictl ctr systemctl journalctl jq curl openssl nc ss ip iptables nft
	nslookup dig ping tcpdump sed awk grep sort cut tr diff base64 sha256sum tar find xargs timeout nano vi less ssh scp
	yq wget python3 vim tmux git k`)

func pageParts() string {
	var there, missing []string
	for _, name := range useful {
		if inventory.HasProgram(name) {
			there = append(there, "`"+name+"`")
		} else {
			missing = append(missing, "`"+name+"`")
		}
	}
	return fmt.Sprintf(`| item | available |
|---|---|
| images for pods | %s; others by `+"`images:`"+` in lab.yaml or `+"`--image`"+`, from the local container engine |
| programs in the grader container, on nodes and at the workstation | %s, and all others of Debian's coreutils and util-linux (%d programs in total) |
| programs that are missing | %s |
| a step with a fixed duration (`+"`for`"+`, `+"`never within`"+`) | at most %s |
| all steps of a criterion together | at most %s |
| files for the student, in `+"`files/`"+` | at most %d, %d KiB in total |
| components after a restart of the API server | caught up within %s |
| programs of parts | %s |
| Kubernetes | %s, the version of the CKA exam, or what `+"`kubernetes`"+` of `+"`topology`"+` names: %s |
| nodes | given by `+"`topology`"+`: `+"`control-plane-1`, `worker-1`"+` and so on |
| parts of the cluster | none but those that `+"`parts`"+` of `+"`topology`"+` lists: %s |

`, "`"+strings.Join(inventory.Images(), "`, `")+"`", strings.Join(there, ", "), len(inventory.Programs()), strings.Join(missing, ", "),
		reader.MaxHold, reader.MaxWait, lab.MaxStarters, lab.MaxStarterBytes>>10, fitness.ResyncTimeout, commandsOfParts(), cluster.LabVersion, versionNames(), partNames()) + pageImages() + pageLimits()
}

func versionNames() string {
	var names []string
	for _, v := range cluster.Versions {
		names = append(names, v.String())
	}
	return strings.Join(names, ", ")
}

func commandsOfParts() string {
	var all []string
	for _, part := range cluster.AllParts {
		if name := part.Command(); name != "" {
			all = append(all, fmt.Sprintf("`%s`, with the part `%s`, in the grader container, on control-plane nodes and at the workstation", name, part))
		}
	}
	return strings.Join(all, "; ")
}

func partNames() string {
	var names []string
	for _, part := range cluster.AllParts {
		names = append(names, "`"+string(part)+"`")
	}
	return strings.Join(names, ", ")
}

func TestThePageForAuthorsIsFresh(t *testing.T) {
	content, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, found := strings.Cut(string(content), pageBegin)
	_, after, ended := strings.Cut(rest, pageEnd)
	if !found || !ended {
		t.Fatalf("%s lacks %q or %q", page, pageBegin, pageEnd)
	}
	fresh := before + pageBegin + pageParts() + pageEnd + after
	if golden.FlagUpdate() {
		if err := os.WriteFile(page, []byte(fresh), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if fresh != string(content) {
		t.Errorf("%s is stale: run the test with -update", page)
	}
}
