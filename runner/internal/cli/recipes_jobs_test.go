package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// teachers are the recipes for the repository of a class.
var teachers = []string{"github.yaml", "gitlab.yaml"}

// roster is a class whose last line has no end.
const roster = "student,folder,repository\r\nada,ada,org/ada\r\nbob,bob,org/bob"

// programs are stand-ins for what the jobs of a recipe call: they write down their arguments.
var programs = map[string]string{
	"gherkube": `
	case "$1 $2" in
	"version "*) printf 'gherkube    %s\ngo          %s\n' "${GHERKUBE_VERSION-v1}" "${GO_VERSION-go1}" ;;
	"image name") echo gherkube/node:v1 ;;
	"image pull") exit "${PULL-0}" ;;
	"image build") exit "${BUILD-0}" ;;
	"image save") for word; do case "$word" in *.zst) echo images >"$word" ;; esac; done ;;
	grade*)
	  while [ "$#" -gt 2 ] && [ "$1" != --record ]; do shift; done
	  mkdir -p "$2"
	  printf '%s' "${JOURNAL-}" >>"$2/journal.ndjson"
	  exit "${GRADE-0}" ;;
	regrade*) for word; do case "$word" in *:*) echo "${RESULT-a result}" >"${word#*:}" ;; esac; done ;;
	esac`,
	"docker": "", "go": "", "sudo": `[ "$1" != env ] || exit "${SUDO-0}"`, "gh": `[ "$1 $2 $3" != "api --method GET" ] || printf '%s' "${CACHES-}"
	case "$*" in
	*releases/latest*) echo "${LATEST-}" ;;
	"api repos/gherkube/homebrew-tap"*) echo "${SHA-}"; [ -n "${SHA-}" ] ;;
	"release download"*) echo "the cask" >gherkube.rb ;;
	esac`, "curl": "",
}

// course is the folder of a class, with a git repository, and programs instead of the real ones.
func course(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "class.csv"), roster)
	write(t, filepath.Join(dir, "labs/x/lab.yaml"), "id: x\n")
	write(t, filepath.Join(dir, ".gitignore"), "/*\n!/class.csv\n!/labs/\n")
	repository(t, dir, "true")
	for name, script := range programs {
		for _, path := range []string{"bin/" + name, ".gherkube/" + name} {
			write(t, filepath.Join(dir, path), "#!/bin/bash\necho \""+name+" $*\" >>\"$CALLS\"\n"+script+"\n")
			if err := os.Chmod(filepath.Join(dir, path), 0o755); err != nil {
				t.Fatal(err)
			}
		}
	}
	return dir
}

// handedIn puts what the job "collect" leaves into a folder: the submission of ada.
func handedIn(t *testing.T, dir string) {
	t.Helper()
	write(t, filepath.Join(dir, "class/ada/solve.sh"), "true\n")
	write(t, filepath.Join(dir, "unread"), "")
	if out, err := exec.Command("tar", "--create", "--directory", dir, "--file", filepath.Join(dir, "submissions.tar"), "class", "unread").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
}

// outcome is what a job left.
type outcome struct {
	calls  []string
	output string // of the step, for other steps
	said   string
	code   int
}

// called returns the calls that begin with a text.
func (o outcome) called(prefix string) (all []string) {
	for _, call := range o.calls {
		if strings.HasPrefix(call, prefix) {
			all = append(all, call)
		}
	}
	return all
}

// job runs a script in a folder: on GitHub, that of a step of a job, or of all steps if step is
// empty; on GitLab, that of the job.
func job(t *testing.T, dir, file, name, step string, env ...string) outcome {
	t.Helper()
	for _, left := range []string{"calls", "output"} {
		if err := os.RemoveAll(filepath.Join(dir, left)); err != nil {
			t.Fatal(err)
		}
	}
	bin := filepath.Join(dir, "bin") // the course's
	cmd := exec.Command("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script(t, file, name, step))
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "PATH="+bin+":"+os.Getenv("PATH"), "CALLS="+dir+"/calls", "GITHUB_OUTPUT="+dir+"/output",
		"CI_PROJECT_DIR="+dir, "LAB=labs/x", "VERSION=v1", "GHERKUBE_IMAGES=", "STUDENTS_TOKEN=a-token")
	cmd.Env = append(cmd.Env, env...)
	out, err := cmd.CombinedOutput()
	if cmd.ProcessState == nil {
		t.Fatal(err)
	}
	text := func(name string) string { b, _ := os.ReadFile(filepath.Join(dir, name)); return string(b) }
	return outcome{strings.Split(strings.TrimSpace(text("calls")), "\n"), text("output"), string(out), cmd.ProcessState.ExitCode()}
}

// script returns the script that job runs.
func script(t *testing.T, file, name, step string) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(recipes, file))
	if err != nil {
		t.Fatal(err)
	}
	var onGitLab map[string]yaml.Node
	var onGitHub struct {
		Jobs map[string]struct {
			Steps []struct{ Name, Run string }
		}
	}
	if !strings.Contains(file, "github") {
		documents := read(t, filepath.Join(recipes, file)).Content // a component begins with its inputs
		if err := documents[len(documents)-1].Decode(&onGitLab); err != nil {
			t.Fatal(err)
		}
		var of struct{ Script []string }
		node := onGitLab[name]
		if err := node.Decode(&of); err != nil || len(of.Script) == 0 {
			t.Fatalf("%s: job %s: %v", file, name, err)
		}
		return strings.Join(of.Script, "\n")
	}
	if err := yaml.Unmarshal(content, &onGitHub); err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, each := range onGitHub.Jobs[name].Steps {
		if step == "" || each.Name == step {
			all = append(all, each.Run)
		}
	}
	if len(all) == 0 {
		t.Fatalf("%s: job %s has no step %q", file, name, step)
	}
	return strings.Join(all, "\n")
}

// stepsOf returns the steps of a job of the recipe for GitHub that use an action.
func stepsOf(t *testing.T, name, action string) (all []map[string]any) {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(recipes, "github.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var w struct {
		Jobs map[string]struct{ Steps []map[string]any }
	}
	if err := yaml.Unmarshal(content, &w); err != nil {
		t.Fatal(err)
	}
	for _, step := range w.Jobs[name].Steps {
		if used, _ := step["uses"].(string); strings.HasPrefix(used, action+"@") {
			all = append(all, step)
		}
	}
	return all
}

// TestARecordOutlivesAFailedGrade checks that the grades of a class are kept though one submission
// cannot be graded, and that a person can read the record later.
func TestARecordOutlivesAFailedGrade(t *testing.T) {
	saved := 0
	for _, action := range []string{"actions/cache/save", "actions/upload-artifact"} {
		for _, step := range stepsOf(t, "grade", action) {
			with := step["with"].(map[string]any)
			if with["path"] == "node.tar.zst" {
				continue
			}
			saved++
			if condition, _ := step["if"].(string); !strings.HasPrefix(condition, "always()") {
				t.Errorf("%v is only saved if all were graded: %q", with["path"], condition)
			}
		}
	}
	if cached := stepsOf(t, "grade", "actions/cache"); saved != 4 || len(cached) > 0 {
		t.Errorf("%d of the record in the cache and as an artifact, grades and feedback are saved; only on success: %v", saved, cached)
	}
	_, jobs := jobsOf(t, "gitlab.yaml")
	if strings.Count(jobs["grade"], "when: always") != 3 || !strings.Contains(jobs["grade"], "- record.tar.gz") {
		t.Errorf("the caches and the artifacts are only kept on success, or the record is none:\n%s", jobs["grade"])
	}
	for _, journal := range []string{"", `{"type":"finished"}` + "\n"} {
		dir := course(t)
		handedIn(t, dir)
		job(t, dir, "github.yaml", "grade", "Grade", "GRADE=3", "JOURNAL="+journal)
		got := job(t, dir, "github.yaml", "grade", "Pack the record", "RECORD=record/labs/x/v1-")
		if got.code != 0 || strings.HasPrefix(got.output, "key=record/labs/x/v1-") != (journal != "") || there(dir, "record.tar.gz") != (journal != "") {
			t.Errorf("journal %q: code %d, key %q\n%s", journal, got.code, got.output, got.said)
		}
		again := job(t, dir, "github.yaml", "grade", "Pack the record", "RECORD=record/labs/x/v1-")
		if again.output != got.output {
			t.Errorf("nothing was graded, and the record is saved again: %q, then %q", got.output, again.output)
		}
	}
}

func there(dir, name string) bool {
	_, err := os.Stat(filepath.Join(dir, name))
	return err == nil
}

func TestOnGitLabARunOfWhichOneFailsKeepsTheRecord(t *testing.T) {
	dir := course(t)
	for run, want := range []bool{true, false} {
		journal := map[bool]string{true: `{"type":"finished"}` + "\n"}[want]
		handedIn(t, dir)
		got := job(t, dir, "gitlab.yaml", "grade", "", "GRADE=3", "JOURNAL="+journal)
		if got.code != 3 || there(dir, "record.tar.gz") != want || !there(dir, "grades.csv") || !there(dir, "feedback/ada.md") {
			t.Errorf("run %d: code %d; a record for people: %v\n%s", run, got.code, !want, got.said)
		}
	}
}

// TestARecordBelongsToTheVersionsThatGraded checks that a record is continued exactly by what
// gherkube continues it with: the same versions, the same lab.
func TestARecordBelongsToTheVersionsThatGraded(t *testing.T) {
	recordIn := regexp.MustCompile(`(?m)^record=(\S+)$|--record (\S+)`)
	for _, file := range teachers {
		dir := course(t)
		record := func(env ...string) string {
			t.Helper()
			handedIn(t, dir)
			step := map[string]string{"github.yaml": "Install gherkube"}[file]
			got := job(t, dir, file, "grade", step, env...)
			found := recordIn.FindStringSubmatch(got.output + strings.Join(got.calls, "\n"))
			if got.code != 0 || found == nil {
				t.Fatalf("%s: code %d, calls %q: %s", file, got.code, got.calls, got.said)
			}
			return found[1] + found[2]
		}
		first := record()
		if again := record("GO_VERSION=go2"); again != first {
			t.Errorf("%s: another version of Go begins another record: %s, %s", file, first, again)
		}
		if other := record("GHERKUBE_VERSION=v2"); other == first {
			t.Errorf("%s: another version of gherkube goes on with the record %s", file, first)
		}
		repository(t, dir, "echo 'id: y' >labs/x/lab.yaml")
		if other := record(); other == first {
			t.Errorf("%s: another lab goes on with the record %s", file, first)
		}
	}
}

// TestOlderRecordsLeaveTheCache checks that hourly runs do not fill the cache of the repository.
func TestOlderRecordsLeaveTheCache(t *testing.T) {
	dir := course(t)
	got := job(t, dir, "github.yaml", "tidy", "", "CACHES=7\n5\n", "GITHUB_REPOSITORY=org/course", "GITHUB_REF=refs/heads/main")
	if removed := got.called("gh api --method DELETE"); got.code != 0 || len(removed) != 4 || !strings.HasSuffix(removed[1], "repos/org/course/actions/caches/5") {
		t.Errorf("code %d, removed %q\n%s", got.code, removed, got.said)
	}
	asked := strings.Join(got.called("gh api --method GET"), "\n")
	for _, want := range []string{"key=record/labs/x/ ", "key=sent/labs/x/ ", "ref=refs/heads/main ", "sort=created_at", "direction=desc", "[1:]"} {
		if !strings.Contains(asked, want) {
			t.Errorf("%q is not said: %s", want, asked)
		}
	}
	write(t, filepath.Join(dir, "records/labs/x/v0-old/journal.ndjson"), "")
	handedIn(t, dir)
	if job(t, dir, "gitlab.yaml", "grade", ""); there(dir, "records/labs/x/v0-old") {
		t.Error("the record of another version stays in the cache")
	}
}

// TestTheLastLineOfAClassNeedsNoEnd checks that each loop over the class has its last student.
func TestTheLastLineOfAClassNeedsNoEnd(t *testing.T) {
	servers := t.TempDir()
	for _, student := range []string{"ada", "bob"} {
		repository(t, filepath.Join(servers, "org", student+".git"), "mkdir submission && echo true >submission/solve.sh")
	}
	for file, sent := range map[string]string{"github.yaml": "gh api repos/org/bob/dispatches ", "gitlab.yaml": "curl "} {
		dir := course(t)
		write(t, filepath.Join(dir, "class.csv"), roster)
		got := job(t, dir, file, "collect", map[string]string{"github.yaml": "Collect what was handed in"}[file], "GITHUB_SERVER_URL=file://"+servers, "CI_SERVER_URL=file://"+servers)
		listed, err := exec.Command("tar", "--list", "--file", filepath.Join(dir, "submissions.tar")).CombinedOutput()
		if err != nil || got.code != 0 || !strings.Contains(string(listed), "class/bob/solve.sh") {
			t.Errorf("%s: the last one is not collected: %v, %s\n%s", file, err, listed, got.said)
		}
		got = job(t, dir, file, "grade", map[string]string{"github.yaml": "Write the feedback"}[file])
		if !there(dir, "feedback/bob.md") {
			t.Errorf("%s: the last one gets no feedback: %q\n%s", file, got.calls, got.said)
		}
		got = job(t, dir, file, "report", map[string]string{"github.yaml": "Send the feedback"}[file])
		if got.code != 0 || len(got.called(strings.Fields(sent)[0])) != 2 || !strings.HasPrefix(got.calls[1], sent) {
			t.Errorf("%s: the last one is sent no feedback: %q\n%s", file, got.calls, got.said)
		}
	}
}

// TestFeedbackIsSentOnce checks that a student gets no message at each schedule.
func TestFeedbackIsSentOnce(t *testing.T) {
	for file, program := range map[string]string{"github.yaml": "gh api repos/", "gitlab.yaml": "curl "} {
		dir := course(t)
		write(t, filepath.Join(dir, "feedback/ada.md"), "8 of 10 points")
		write(t, filepath.Join(dir, "feedback/ada.txt"), "8")
		write(t, filepath.Join(dir, "feedback/bob.md"), "")
		write(t, filepath.Join(dir, "commits/ada"), "c0ffee")
		step := map[string]string{"github.yaml": "Send the feedback"}[file]
		for i, row := range []struct {
			feedback string
			want     int
		}{{"8 of 10 points", 1}, {"8 of 10 points", 0}, {"10 of 10 points", 1}, {"10 of 10 points", 0}} {
			write(t, filepath.Join(dir, "feedback/ada.md"), row.feedback)
			got := job(t, dir, file, "report", step)
			if got.code != 0 || len(got.called(program)) != row.want {
				t.Errorf("%s: run %d: code %d, calls %q\n%s", file, i, got.code, got.calls, got.said)
			}
		}
		write(t, filepath.Join(dir, "bin", strings.Fields(program)[0]), "#!/bin/bash\nexit 1\n")
		write(t, filepath.Join(dir, "feedback/ada.md"), "9 of 10 points")
		if got := job(t, dir, file, "report", step); got.code != 0 || !strings.Contains(got.said, "ada gets no feedback") {
			t.Errorf("%s: code %d: %s", file, got.code, got.said)
		}
		sent, err := filepath.Glob(filepath.Join(dir, "sent", map[string]string{"gitlab.yaml": "labs/x"}[file], "ada"))
		before, _ := os.ReadFile(strings.Join(sent, ""))
		job(t, dir, file, "report", step)
		after, _ := os.ReadFile(strings.Join(sent, ""))
		if err != nil || len(sent) != 1 || string(before) != string(after) {
			t.Errorf("%s: what was not sent counts as sent: %q, %q", file, before, after)
		}
	}
}

// TestWhatCannotBeReadIsNoMissingSubmission checks that a repository that cannot be read fails the
// run, by its name, and keeps nobody else from a grade.
func TestWhatCannotBeReadIsNoMissingSubmission(t *testing.T) {
	servers := t.TempDir()
	repository(t, filepath.Join(servers, "org/ada.git"), "mkdir submission && echo true >submission/solve.sh")
	if out, err := exec.Command("git", "init", "--quiet", filepath.Join(servers, "org/cyd.git")).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for file, steps := range map[string][]string{"github.yaml": {"Collect what was handed in", "Grade", "collect", "Fail if a repository cannot be read"}, "gitlab.yaml": {"", "", "report", ""}} {
		dir := course(t)
		write(t, filepath.Join(dir, "class.csv"), roster+"\r\ncyd,cyd,org/cyd\r\n")
		if got := job(t, dir, file, "collect", steps[0], "GITHUB_SERVER_URL=file://"+servers, "CI_SERVER_URL=file://"+servers); got.code != 0 {
			t.Errorf("%s: code %d: %s", file, got.code, got.said)
		}
		got := job(t, dir, file, "grade", steps[1])
		graded, err := os.ReadFile(filepath.Join(dir, "roster.csv"))
		if err != nil || got.code != 0 || !there(dir, "class/ada/solve.sh") || string(graded) != "student,folder,repository\nada,ada,org/ada\ncyd,cyd,org/cyd\n" {
			t.Errorf("%s: %v, code %d; this class is graded: %q\n%s", file, err, got.code, graded, got.said)
		}
		got = job(t, dir, file, steps[2], steps[3])
		if got.code != 1 || !strings.Contains(got.said, "org/bob of bob cannot be read") || strings.Contains(got.said, "cyd") {
			t.Errorf("%s: code %d: %s", file, got.code, got.said)
		}
		write(t, filepath.Join(dir, "unread"), "")
		if got = job(t, dir, file, steps[2], steps[3]); got.code != 0 {
			t.Errorf("%s: nothing is unread, and code %d: %s", file, got.code, got.said)
		}
	}
}
