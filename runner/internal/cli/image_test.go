package cli

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/node/source"
	"github.com/gherkube/gherkube/runner/internal/terminal"
)

// onImages runs a command line with a platform that only writes down what is done with images.
func onImages(args string, fails map[string]error) (ended, []string) {
	var did []string
	do := func(words ...string) error {
		did = append(did, strings.Join(words, " "))
		return fails[did[len(did)-1]]
	}
	p := platform{
		Ref:     func(v cluster.Version) string { return "gherkube/node:" + v.String() },
		PartRef: func(part cluster.Part) (string, error) { return "gherkube/part-" + string(part) + ":1", nil },
		Build: func(_ context.Context, v cluster.Version, _ bool) (string, error) {
			return "gherkube/node:" + v.String(), do("build", v.String())
		},
		BuildPart: func(_ context.Context, part cluster.Part, _ bool) (string, error) {
			return "gherkube/part-" + string(part) + ":1", do("build", string(part))
		},
		Pull: func(_ context.Context, from source.Source, ref string) (string, error) {
			return "gherkube/pulled", do("pull", from.String(), ref)
		},
		Push: func(_ context.Context, to source.Source, ref string) (string, error) {
			return to.Reference(ref) + "@sha256:0", do("push", to.String(), ref)
		},
		Save: func(_ context.Context, refs []string, w io.Writer) error {
			_, _ = io.WriteString(w, "images")
			return do(append([]string{"save"}, refs...)...)
		},
		Load: func(_ context.Context, _ io.Reader) ([]string, error) { return []string{"gherkube/node:1"}, do("load") },
	}
	var stdout, stderr bytes.Buffer
	out := terminal.Plain(&stdout, &stderr)
	defer out.Close()
	code := execute(strings.Fields(args), out, p)
	return ended{code, stdout.String(), stderr.String()}, did
}

func TestImageCommands(t *testing.T) {
	t.Chdir(t.TempDir())
	newest := cluster.Versions[len(cluster.Versions)-1].String()
	for args, row := range map[string]struct {
		did    []string
		stdout string
	}{
		"image pull ghcr.io/c": {
			[]string{"pull ghcr.io/c gherkube/node:" + newest}, "gherkube/node:" + newest + "\n"},
		"image pull ghcr.io/c --kubernetes 1.35,1.36 --parts metrics": {
			[]string{"pull ghcr.io/c gherkube/node:1.35", "pull ghcr.io/c gherkube/node:1.36", "pull ghcr.io/c gherkube/part-metrics:1"},
			"gherkube/node:1.35\ngherkube/node:1.36\ngherkube/part-metrics:1\n"},
		"image pull ghcr.io/c/node:v1": {[]string{"pull ghcr.io/c/node:v1 "}, "gherkube/pulled\n"},
		"image push ghcr.io/c --kubernetes 1.35 --parts metrics": {
			[]string{"build 1.35", "build metrics", "push ghcr.io/c gherkube/node:1.35", "push ghcr.io/c gherkube/part-metrics:1"},
			"ghcr.io/c/node:1.35@sha256:0\nghcr.io/c/part-metrics:1@sha256:0\n"},
		"image save x.tar.zst --kubernetes 1.35 --parts metrics": {
			[]string{"build 1.35", "build metrics", "save gherkube/node:1.35 gherkube/part-metrics:1"}, ""},
		"image build --kubernetes 1.35": {[]string{"build 1.35"}, "gherkube/node:1.35\n"},
	} {
		got, did := onImages(args, nil)
		if got.code != 0 || got.stdout != row.stdout || !slices.Equal(did, row.did) {
			t.Errorf("%s: %+v\ndid %q", args, got, did)
		}
	}
	if content, err := os.ReadFile("x.tar.zst"); err != nil || string(content) != "images" {
		t.Errorf("%q, %v", content, err)
	}
}

func TestImagePullTakesTheFirstSourceThatHasTheImage(t *testing.T) {
	t.Setenv(source.Variable, "ghcr.io/a ghcr.io/b/node:other@sha256:"+strings.Repeat("0", 64)+" ghcr.io/c ghcr.io/d")
	got, did := onImages("image pull --kubernetes 1.35", map[string]error{"pull ghcr.io/a gherkube/node:1.35": errors.New("no such image")})
	if want := []string{"pull ghcr.io/a gherkube/node:1.35", "pull ghcr.io/c gherkube/node:1.35"}; got.code != 0 || !slices.Equal(did, want) {
		t.Errorf("%+v\ndid %q", got, did)
	}
}

func TestImageCommandsSayWhatIsWrong(t *testing.T) {
	t.Chdir(t.TempDir())
	t.Setenv(source.Variable, source.None)
	for args, want := range map[string]string{
		"image pull":                   "no source of images is known: name one, such as ghcr.io/course, or set GHERKUBE_IMAGES",
		"image pull https://ghcr.io/c": `source of images "https://ghcr.io/c": write it as a registry and a path`,
		"image pull ghcr.io/c/node:v1 --kubernetes 1.35":      "leave --kubernetes and --parts out",
		"image pull ghcr.io/c --parts mail":                   `--parts: a cluster has no part "mail"`,
		"image push":                                          "SOURCE is missing",
		"image push ghcr.io/c/node:v1 --kubernetes 1.35,1.36": "is the full name of one image, and 2 are to be pushed",
		"image load missing.tar":                              "missing.tar: no such file or directory",
	} {
		if got, did := onImages(args, nil); got.code != 3 || !strings.Contains(got.stderr, want) || len(did) > 0 {
			t.Errorf("%s: %+v\ndid %q", args, got, did)
		}
	}
}

// TestASaveThatFailsLeavesNothing fails while the file is written.
func TestASaveThatFailsLeavesNothing(t *testing.T) {
	t.Chdir(t.TempDir())
	got, _ := onImages("image save x.tar.zst --kubernetes 1.35", map[string]error{"save gherkube/node:1.35": errors.New("disk")})
	files, err := filepath.Glob("*")
	if got.code != 2 || err != nil || len(files) > 0 {
		t.Errorf("%+v\nleft %q, %v", got, files, err)
	}
}
