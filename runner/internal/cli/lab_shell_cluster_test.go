//go:build cluster

package cli

import (
	"strings"
	"testing"
)

// A student opens the shell of a lab, and types its commands.
func TestTheShellOfALab(t *testing.T) {
	const name = "lab-shell-test"
	if got := end(t, atHome(t, "lab", "start", "service-selector", "--name", name)); got.code != 0 {
		t.Fatalf("%+v", got)
	}
	t.Cleanup(func() {
		if said, err := atHome(t, "lab", "stop", name).CombinedOutput(); err != nil {
			t.Errorf("%v: %s", err, said)
		}
	})
	const prompt = `student@workstation:~$ `
	typeAt(t, atHome(t, "lab", "shell", name), prompt, []typed{
		{"task 2\r", "Task 2: Give the app its other name (4 points)"},
		{"check; echo code=$?\r", "code=1"},
		{"hint 1\r", "Look at its endpoints."},
		{"hint 1\r", "costs 1 of the task's 8 points. Take it? [y/N]"},
		{"n\r", "Not taken."},
		{"hint 1\r", "costs 1 of the task's 8 points. Take it? [y/N]"},
		{"y\r", "It cost 1 point."},
		{"hint 2 --yes; hint 2 </dev/null; echo code=$?\r", "code=3"},
		{"time\r", " of 8 minutes"},
		{"time true | cat\r", "real"},
		{"(bash -c 'task 1')\r", "Task 1: Let the Service find its pods (8 points)"},
		{"pkill -f 'cat.*requests'; pkill -x cat; sleep 3; task; echo code=$?\r", "code=3"},
	})
	typeAt(t, atHome(t, "lab", "shell", name, "--language", "ko"), prompt, []typed{
		{"hint 2\r", "감점된다. 볼까? [y/N]"},
		{"n\r", "힌트를 보지 않았다."},
		{"hint 2 </dev/null\r", "보려면: hint 2 --yes"},
	})
	if got := end(t, atHome(t, "lab", "shell", name, "--", "bash", "-c", "task; ls -A /tmp")); !strings.Contains(got.stderr, `"gherkube lab shell"`) || strings.Contains(got.stdout, "gherkube-shell") {
		t.Errorf("%+v", got)
	}
}
