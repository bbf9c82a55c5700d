package cli

import (
	"os"
	"path/filepath"
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

func TestRecipesForCISayWhatThereIs(t *testing.T) {
	for file, want := range map[string][]string{
		"github.yaml": {"image name", "image load", "image build", "image save", "grade", "regrade"},
		"gitlab.yaml": {"image name", "image load", "image build", "image save", "grade", "regrade", "clean"},
	} {
		t.Run(file, func(t *testing.T) {
			content, err := os.ReadFile(filepath.Join(recipes, file))
			if err != nil {
				t.Fatal(err)
			}
			var recipe yaml.Node
			if err := yaml.Unmarshal(content, &recipe); err != nil {
				t.Fatal(err)
			}
			var said []string
			for _, args := range commandsIn(scriptsIn(&recipe, false)) {
				said = append(said, called(t, args))
				if args[0] == "image" && args[1] != "load" && !slices.Contains(args, cluster.LabVersion.String()) {
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

func TestARecipeInstallsWhatTheNodeImageIsBuiltWith(t *testing.T) {
	content, err := os.ReadFile(filepath.Join(recipes, "github.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range node.Packages {
		if !strings.Contains(string(content), " "+name) {
			t.Errorf("it does not install %s", name)
		}
	}
}

// called checks that a command line is valid for gherkube, and returns its command.
func called(t *testing.T, args []string) string {
	t.Helper()
	cmd, rest, err := newRoot(&app{}).Find(args)
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
