package cli

import (
	"errors"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/node"
)

// recipes is the folder of the CI recipes for teachers.
const recipes = "../../../labs/ci"

// ours is the folder of gherkube's own workflows and of its action.
const ours = "../../../.github"

func TestRecipesForCISayWhatThereIs(t *testing.T) {
	for file, want := range map[string][]string{
		recipes + "/github.yaml":               {"image name", "image load", "image pull", "image build", "image save", "grade", "regrade"},
		recipes + "/gitlab.yaml":               {"image name", "image load", "image build", "image save", "grade", "regrade", "clean"},
		recipes + "/gitlab-component.yaml":     {"image name", "image load", "image build", "image save", "run", "grade", "clean"},
		ours + "/actions/gherkube/action.yaml": {"image name", "image load", "image pull", "image build", "image save", "run", "grade"},
		ours + "/workflows/images.yaml":        {"image build", "image push"},
	} {
		t.Run(file, func(t *testing.T) {
			var said []string
			for _, args := range commandsIn(inputs(scriptsIn(read(t, file), false))) {
				said = append(said, called(t, args))
				ofLabs := strings.HasSuffix(file, "/github.yaml") || strings.HasSuffix(file, "/gitlab.yaml")
				if ofLabs && args[0] == "image" && args[1] != "load" && !slices.Contains(args, cluster.LabVersion.String()) {
					t.Errorf("%q is of another version of Kubernetes than labs", args)
				}
			}
			for _, command := range want {
				if !strings.Contains(strings.Join(said, "\n")+"\n", "gherkube "+command+"\n") {
					t.Errorf("it says %q, and nothing of gherkube %s", said, command)
				}
			}
		})
	}
}

// inputs puts values in the place of inputs.
func inputs(scripts []string) (all []string) {
	for _, script := range scripts {
		all = append(all, strings.NewReplacer("$KUBERNETES", "1.36", "$PARTS", "metrics").Replace(script))
	}
	return all
}

// read returns the documents of a YAML file as one node.
func read(t *testing.T, file string) *yaml.Node {
	t.Helper()
	content, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer content.Close()
	all := &yaml.Node{Kind: yaml.SequenceNode}
	for decoder := yaml.NewDecoder(content); ; {
		var document yaml.Node
		err := decoder.Decode(&document)
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		all.Content = append(all.Content, &document)
	}
}

func TestARecipeInstallsWhatTheNodeImageIsBuiltWith(t *testing.T) {
	for _, file := range []string{recipes + "/github.yaml", ours + "/actions/gherkube/action.yaml"} {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range node.Packages {
			if !strings.Contains(string(content), " "+name) {
				t.Errorf("%s does not install %s", file, name)
			}
		}
	}
}

// called checks that a command line is valid for gherkube, and returns its command.
func called(t *testing.T, args []string) string {
	t.Helper()
	cmd, rest, err := Command().Find(args)
	if err == nil {
		err = cmd.ParseFlags(rest)
	}
	if err == nil && cmd.Args != nil {
		err = cmd.Args(cmd, cmd.Flags().Args())
	}
	if err != nil {
		t.Errorf("gherkube %s: %v", strings.Join(args, " "), err)
		return ""
	}
	return cmd.CommandPath()
}

// scriptsIn returns the shell scripts in a recipe.
func scriptsIn(at *yaml.Node, script bool) []string {
	var all []string
	if script && at.Kind == yaml.ScalarNode {
		all = append(all, at.Value)
	}
	for i, child := range at.Content {
		runs := script
		if at.Kind == yaml.MappingNode && i%2 == 1 {
			key := at.Content[i-1].Value
			runs = key == "run" || key == "script" || key == "after_script"
		}
		all = append(all, scriptsIn(child, runs)...)
	}
	return all
}

var (
	ofGherkube = regexp.MustCompile(`(?:^|[\s(/])gherkube ([^|;&)>\n]*)`)
	ofTheShell = regexp.MustCompile(`\\\n\s*|["']`)
)

// commandsIn returns the arguments of gherkube's calls in scripts.
func commandsIn(scripts []string) [][]string {
	var all [][]string
	for _, script := range scripts {
		for _, found := range ofGherkube.FindAllStringSubmatch(ofTheShell.ReplaceAllString(script, ""), -1) {
			all = append(all, strings.Fields(found[1]))
		}
	}
	return all
}
