package cli

import (
	"os"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// TestATagPublishesNothingByItself checks that a tag is tested before it is built, and that what
// people get who name no version waits for a person.
func TestATagPublishesNothingByItself(t *testing.T) {
	var built struct {
		Kos   []struct{ Tags []string }
		Casks []struct {
			Skip string `yaml:"skip_upload"`
		} `yaml:"homebrew_casks"`
		Release struct{ Draft bool }
	}
	content, err := os.ReadFile("../../../.ci/goreleaser.yaml")
	if err == nil {
		err = yaml.Unmarshal(content, &built)
	}
	if err != nil {
		t.Fatal(err)
	}
	if len(built.Kos) != 1 || !slices.Equal(built.Kos[0].Tags, []string{"{{ .Tag }}"}) || len(built.Casks) != 1 || built.Casks[0].Skip != "true" || !built.Release.Draft {
		t.Errorf("a tag publishes more than a draft: %+v", built)
	}
	var workflow struct {
		Jobs map[string]struct {
			Needs string
			Steps []struct{ Run string }
		}
	}
	content, err = os.ReadFile(ours + "/workflows/release.yaml")
	if err == nil {
		err = yaml.Unmarshal(content, &workflow)
	}
	if err != nil {
		t.Fatal(err)
	}
	tests := workflow.Jobs["test"].Steps
	if workflow.Jobs["release"].Needs != "test" || len(tests) == 0 || tests[len(tests)-1].Run != "make unit lint" || strings.Contains(string(content), "TAP_TOKEN") {
		t.Errorf("nothing is tested before the release, or it can write to the tap:\n%s", content)
	}
}

// TestPublishingFollowsTheLatestRelease runs the script of the workflow that a published release starts.
func TestPublishingFollowsTheLatestRelease(t *testing.T) {
	const file = "../../.github/workflows/publish.yaml"
	env := []string{"TAG=v2", "GITHUB_REPOSITORY=gherkube/gherkube", "GITHUB_ACTOR=me", "GH_TOKEN=own", "TAP_TOKEN=tap"}
	for _, sha := range []string{"", "c0ffee"} {
		got := job(t, course(t), file, "publish", "Publish", append(env, "LATEST=v2", "SHA="+sha)...)
		moved := got.called("docker buildx imagetools create --tag ghcr.io/gherkube/gherkube:latest ghcr.io/gherkube/gherkube:v2")
		committed := got.called("gh api --method PUT repos/gherkube/homebrew-tap/contents/Casks/gherkube.rb ")
		if got.code != 0 || len(moved) != 1 || len(committed) != 1 || strings.Contains(committed[0], "sha="+sha) != (sha != "") {
			t.Errorf("sha %q: code %d, calls %q\n%s", sha, got.code, got.calls, got.said)
		}
	}
	if got := job(t, course(t), file, "publish", "Publish", append(env, "LATEST=v3")...); got.code != 0 || len(got.calls) != 1 {
		t.Errorf("an older version: code %d, calls %q\n%s", got.code, got.calls, got.said)
	}
}
