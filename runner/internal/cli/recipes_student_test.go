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

// workflow is the relevant part of a recipe: its jobs, and what each can access.
type workflow struct {
	On   yaml.Node            `yaml:"on"`
	Jobs map[string]yaml.Node `yaml:"jobs"`
}

// jobsOf returns the jobs of a recipe as text without comments, to search for
// secrets, repositories and commands.
func jobsOf(t *testing.T, file string) (on string, jobs map[string]string) {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(recipes, file))
	if err != nil {
		t.Fatal(err)
	}
	jobs = map[string]string{}
	text := func(n *yaml.Node) string {
		var plain any
		if err := n.Decode(&plain); err != nil {
			t.Fatal(err)
		}
		out, err := yaml.Marshal(plain)
		if err != nil {
			t.Fatal(err)
		}
		return string(out)
	}
	if strings.HasPrefix(file, "github") {
		var w workflow
		if err := yaml.Unmarshal(content, &w); err != nil {
			t.Fatal(err)
		}
		for name, job := range w.Jobs {
			jobs[name] = text(&job)
		}
		return text(&w.On), jobs
	}
	var all map[string]yaml.Node
	if err := yaml.Unmarshal(content, &all); err != nil {
		t.Fatal(err)
	}
	for name, node := range all {
		switch name {
		case "workflow":
			on = text(&node)
		case "variables", "stages":
		default:
			jobs[name] = text(&node)
		}
	}
	return on, jobs
}

var (
	aSecret       = regexp.MustCompile(`secrets\b|vars\.|_TOKEN|PRIVATE-TOKEN`)
	otherCheckout = regexp.MustCompile(`repository: |ssh-key|git\b.*\bclone|token: `)
	ofTheCourse   = regexp.MustCompile(`gherkube (grade|regrade|lab)|solution|checks\.feature`)
)

// TestAStudentsWorkflowReachesNothing checks the recipe in the student's
// repository, which the student can change. Its secrets, repositories and workflows
// are those that the teacher is told to give to that repository.
func TestAStudentsWorkflowReachesNothing(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(recipes, "*-student.yaml"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no recipe for students' repositories: %v", err)
	}
	for _, file := range files {
		on, jobs := jobsOf(t, filepath.Base(file))
		if strings.Contains(on, "workflow_call") || strings.Contains(on, "pull_request_target") {
			t.Errorf("%s runs for others: %s", file, on)
		}
		for name, job := range jobs {
			for what, pattern := range map[string]*regexp.Regexp{"a secret": aSecret, "another repository": otherCheckout, "the labs": ofTheCourse} {
				if found := pattern.FindString(job); found != "" {
					t.Errorf("%s: job %s reaches %s: %q", file, name, what, found)
				}
			}
			if strings.HasPrefix(job, "uses:") || strings.Contains(job, "\nuses:") {
				t.Errorf("%s: job %s calls a workflow of another repository", file, name)
			}
		}
	}
}

// TestTheTeachersJobsKeepTokensAndLabsApart checks that students cannot trigger a
// job, and that the job that runs students' programs has no token.
func TestTheTeachersJobsKeepTokensAndLabsApart(t *testing.T) {
	for _, file := range teachers {
		on, jobs := jobsOf(t, file)
		for _, event := range []string{"push", "pull_request", "merge_request", "workflow_call", "repository_dispatch", "issue", "trigger"} {
			if strings.Contains(on, event) {
				t.Errorf("%s: it runs on %q, which a student can cause: %s", file, event, on)
			}
		}
		if want := map[string]int{"github.yaml": 4, "gitlab.yaml": 3}[file]; len(jobs) != want {
			t.Errorf("%s: jobs %v", file, jobs)
		}
		for name, job := range jobs {
			token, grades := strings.Contains(job, "STUDENTS_TOKEN"), strings.Contains(job, "gherkube grade")
			if token && ofTheCourse.MatchString(job) || grades && aSecret.MatchString(job) {
				t.Errorf("%s: job %s has both a token and the labs: %s", file, name, job)
			}
			if strings.Contains(job, "actions/checkout") && strings.Count(job, "actions/checkout@") != strings.Count(job, "persist-credentials: false") {
				t.Errorf("%s: job %s leaves its credentials on the disk", file, name)
			}
			if strings.Contains(file, "github") && token && strings.Contains(job, "actions/checkout") && !strings.Contains(job, "sparse-checkout: class.csv") {
				t.Errorf("%s: job %s checks the labs out beside a token", file, name)
			}
		}
	}
}

// TestStudentsGetOnlyWhatIsMadeForThem checks that everything written to feedback/,
// which students get, is made for them.
func TestStudentsGetOnlyWhatIsMadeForThem(t *testing.T) {
	for _, file := range teachers {
		_, jobs := jobsOf(t, file)
		made := 0
		for _, line := range strings.Split(strings.ReplaceAll(jobs["grade"], "\\\n", " "), "gherkube ") {
			if strings.Contains(line, ":feedback/") {
				made++
				if !strings.HasPrefix(line, "regrade ") || !strings.Contains(line, "--for student") || !strings.Contains(line, `--student "$student"`) {
					t.Errorf("%s: feedback is not made for the student: %s", file, line)
				}
			}
		}
		if made != 1 {
			t.Errorf("%s: feedback is made %d times", file, made)
		}
		for _, sent := range regexp.MustCompile(`[@<]([a-z$"]+/)`).FindAllStringSubmatch(jobs["report"], -1) {
			if sent[1] != "feedback/" && sent[1] != "actions/" {
				t.Errorf("%s: %s is sent", file, sent[0])
			}
		}
	}
}

// TestCollectingFollowsNoLink runs the collecting job on local repositories. One of
// them tries to submit the teacher's files by a link.
func TestCollectingFollowsNoLink(t *testing.T) {
	for file, server := range map[string]string{"github.yaml": "GITHUB_SERVER_URL", "gitlab.yaml": "CI_SERVER_URL"} {
		t.Run(file, func(t *testing.T) {
			servers, course := t.TempDir(), t.TempDir()
			write(t, filepath.Join(course, "class.csv"), "student,folder,repository\r\nada,ada,org/ada\r\nbob,bob,org/bob\r\ncyd,cyd,org/cyd\r\neve,eve,org/none\r\n")
			write(t, filepath.Join(course, "labs/x/solution/solve.sh"), "the solution")
			repository(t, filepath.Join(servers, "org/ada.git"), "ln -s ../../labs/x/solution submission")
			repository(t, filepath.Join(servers, "org/bob.git"), "mkdir submission && echo true >submission/solve.sh && ln -s ../../labs/x/solution submission/stolen && ln -s /proc/self/environ submission/environ")
			repository(t, filepath.Join(servers, "org/cyd.git"), "echo nothing >README.md")
			out := collect(t, file, course, server+"=file://"+servers)
			listed, err := exec.Command("tar", "--list", "--verbose", "--file", filepath.Join(course, "submissions.tar")).CombinedOutput()
			if err != nil {
				t.Fatalf("%v: %s", err, listed)
			}
			for _, link := range []string{"class/ada ->", "class/bob/stolen ->", "class/bob/environ ->"} {
				if !strings.Contains(string(listed), link) {
					t.Errorf("%s is not kept as a link:\n%s\n%s", link, listed, out)
				}
			}
			content, err := os.ReadFile(filepath.Join(course, "submissions.tar"))
			if err != nil || strings.Contains(string(content), "the solution") || strings.Contains(string(content), "a-token") || !strings.Contains(string(content), "class/bob/solve.sh") {
				t.Errorf("the submissions hold what was not handed in: %v\n%s", err, listed)
			}
			unread, err := os.ReadFile(filepath.Join(course, "unread"))
			if err != nil || strings.Contains(string(content), "class/cyd") || string(unread) != "eve,eve,org/none\n" {
				t.Errorf("who handed nothing in: %v, %q\n%s\n%s", err, unread, listed, out)
			}
		})
	}
}

// repository creates a git repository with a script.
func repository(t *testing.T, dir, script string) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("bash", "-ec", script+"\ngit init --quiet .\ngit add --all\ngit -c user.name=x -c user.email=x@example.com commit --quiet --message x")
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
}

// collect runs the script of the collecting job.
func collect(t *testing.T, file, dir string, env ...string) string {
	t.Helper()
	got := job(t, dir, file, "collect", map[string]string{"github.yaml": "Collect what was handed in"}[file], env...)
	if got.code != 0 {
		t.Fatalf("code %d: %s", got.code, got.said)
	}
	return got.said
}
