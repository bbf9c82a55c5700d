package handbook

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/runner/internal/cli"
	"github.com/gherkube/gherkube/runner/internal/shell"
)

// typedIn returns the commands of a block that readers are to type.
func typedIn(b Block) []Typed {
	switch b.Language {
	case "console":
		return b.Session()
	case "sh":
		return b.Commands()
	}
	return nil
}

func TestCommandsOfPagesAreValid(t *testing.T) {
	found := 0
	for name, page := range pages(t) {
		for _, b := range Blocks(page) {
			for _, typed := range typedIn(b) {
				found++
				for _, problem := range wrong(t, typed.Command) {
					t.Errorf("%s:%d: %s: %s", name, typed.Line, typed.Command, problem)
				}
			}
		}
	}
	if found < 150 {
		t.Errorf("only %d commands found", found)
	}
}

// wrong returns what is wrong with the commands of gherkube, make and go in a script.
func wrong(t *testing.T, script string) (problems []string) {
	t.Helper()
	commands, err := shell.Parse(script)
	if err != nil {
		return []string{err.Error()}
	}
	for _, c := range commands {
		var words []string
		for _, w := range c.Words {
			words = append(words, w.Text)
		}
		if problem := refused(t, words); problem != nil {
			problems = append(problems, problem.Error())
		}
	}
	return problems
}

func refused(t *testing.T, words []string) error {
	switch {
	case len(words) == 0:
		return nil
	case words[0] == "gherkube":
		return refusedByGherkube(words[1:])
	case words[0] == "make":
		return refusedByMake(t, words[1:])
	case words[0] == "go" && len(words) > 1:
		return refusedByGo(words[1:])
	}
	return nil
}

// refusedByGherkube has the command line parsed by the real commands.
func refusedByGherkube(args []string) error {
	cmd, rest, err := cli.Command().Find(args)
	if err != nil {
		return err
	}
	cmd.InitDefaultHelpFlag()
	cmd.InitDefaultVersionFlag()
	if err := cmd.ParseFlags(rest); err != nil {
		return err
	}
	if asked, err := cmd.Flags().GetBool("help"); err == nil && asked {
		return nil
	}
	if cmd.HasSubCommands() && cmd.Flags().NArg() > 0 {
		return fmt.Errorf("%s has no command %s", cmd.CommandPath(), cmd.Flags().Arg(0))
	}
	return cmd.ValidateArgs(cmd.Flags().Args())
}

var target = regexp.MustCompile(`(?m)^([a-z-]+):`)

func refusedByMake(t *testing.T, args []string) error {
	makefile, err := os.ReadFile(filepath.Join(root, "Makefile"))
	if err != nil {
		t.Fatal(err)
	}
	for _, arg := range args {
		known := slices.ContainsFunc(target.FindAllStringSubmatch(string(makefile), -1), func(found []string) bool { return found[1] == arg })
		variable, _, sets := strings.Cut(arg, "=")
		if sets && strings.Contains(string(makefile), "$("+variable+")") || known {
			continue
		}
		return fmt.Errorf("the Makefile has no %s", arg)
	}
	return nil
}

// refusedByGo looks for the packages of gherkube that are named. "go run" of gherkube's
// command is gherkube itself.
func refusedByGo(args []string) error {
	const module, command = "github.com/gherkube/gherkube", "/runner/gherkube"
	for i, arg := range args[1:] {
		if strings.HasPrefix(arg, "./cmd/") { // of the reader's module: the session runs it
			continue
		}
		path := strings.TrimPrefix(strings.TrimPrefix(arg, module), ".")
		path, _, _ = strings.Cut(path, "@")
		if path == arg || !strings.HasPrefix(path, "/") {
			continue
		}
		if _, err := os.Stat(filepath.Join(root, strings.TrimSuffix(path, "..."))); err != nil {
			return fmt.Errorf("there is no package %s", arg)
		}
		if args[0] == "run" && path == command {
			return refusedByGherkube(args[i+2:])
		}
	}
	if help, err := exec.Command("go", "help", args[0]).CombinedOutput(); err != nil {
		return fmt.Errorf("go %s: %s", args[0], help)
	}
	return nil
}

func TestWrongCommandsAreFound(t *testing.T) {
	for _, command := range []string{
		"gherkube rum", "gherkube cluster upp", "gherkube run --nope", "gherkube lab hint", "gherkube image save", "cd x && gherkube run --parallel",
		"make everything", "go test ./nowhere/...", "go rum ./runner/gherkube", "go run ./runner/gherkube rum", "gherkube run --kubernetes 1.12", "gherkube run 'x",
	} {
		if len(wrong(t, command)) == 0 {
			t.Errorf("%s: nothing wrong", command)
		}
	}
	for _, command := range []string{
		"gherkube --version", "gherkube run x.feature:12 --cluster dev | head", "gherkube help run", "gherkube lab shell -- kubectl get pods", "make build",
		"make run ARGS=features", "go test -v ./steps/...", "go get github.com/gherkube/gherkube@latest", "go run ./runner/gherkube image build", "source <(gherkube completion bash)",
	} {
		if found := wrong(t, command); len(found) > 0 {
			t.Errorf("%s: %q", command, found)
		}
	}
}

// Sessions that need no cluster are typed, and print what the page shows.
func TestSessionsOfPagesPrintWhatIsShown(t *testing.T) {
	typed := 0
	for name, page := range pages(t) {
		t.Run(name, func(t *testing.T) {
			r := newReader(t, false)
			if !strings.Contains(name, "/") {
				r.inClone()
			}
			var here []Block
			for _, b := range Blocks(page) {
				if !b.Cluster {
					here = append(here, b)
					if b.Language == "console" {
						typed += len(b.Session())
					}
				}
			}
			r.follows(name, here)
		})
	}
	if typed < 10 {
		t.Errorf("only %d commands were typed", typed)
	}
}

// withoutCluster lists the commands that need neither a cluster nor a container engine.
var withoutCluster = regexp.MustCompile(`^gherkube (steps|lint|fmt|coverage|version|completion|image (pods|name)|lab (list|lint|show|new|bundle)|run .*--dry-run|.*--(help|version))\b`)

// ofRunningLab matches a command that serves the page of a running lab.
var ofRunningLab = regexp.MustCompile(`^gherkube lab show .*--ui\b`)

// placeholders of commands that readers replace, such as FEATURE.
var placeholder = regexp.MustCompile(`\b[A-Z]{3,}\b|'SENTENCE'|<\(`)

// Commands outside of sessions that need no cluster run in a clone.
func TestCommandsOfPagesRunInAClone(t *testing.T) {
	r := newReader(t, false).inClone()
	for from, to := range map[string]string{
		"labs/service-selector": "home/course/labs/service-selector", "runner/internal/lab/create/testdata/killercoda": "work/scenarios/dns",
	} {
		if err := os.CopyFS(filepath.Join(r.dir, "..", to), os.DirFS(filepath.Join(root, from))); err != nil {
			t.Fatal(err)
		}
	}
	put(t, filepath.Join(r.dir, "x.feature"), "Feature: Nodes\n  Scenario: A node\n    Then within 30s node worker-1 is Ready\n")
	ran := map[string]bool{}
	for name, page := range pages(t) {
		for _, b := range Blocks(page) {
			if b.Language != "sh" {
				continue
			}
			for _, typed := range b.Commands() {
				command, _, _ := strings.Cut(typed.Command, " #")
				if command = strings.TrimSpace(command); ran[command] || !withoutCluster.MatchString(command) || ofRunningLab.MatchString(command) || placeholder.MatchString(command) {
					continue
				}
				ran[command] = true
				if output, code := r.runs(command, ""); code != 0 {
					t.Errorf("%s:%d: $ %s\nexit code %d:\n%s", name, typed.Line, command, code, output)
				}
			}
		}
	}
	if len(ran) < 15 {
		t.Errorf("only %d commands ran", len(ran))
	}
}
