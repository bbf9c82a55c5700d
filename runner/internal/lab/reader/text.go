package reader

import (
	"errors"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/lab"
)

// texts reads the texts and compares them with lab.yaml and with each other.
func (r *reader) texts() {
	for i, t := range lab.TextFiles {
		if _, err := os.Stat(r.lab.Path(t.File)); i > 0 && errors.Is(err, fs.ErrNotExist) {
			continue
		}
		content, ok := r.read(t.File)
		if !ok {
			continue
		}
		t.Content = string(content)
		r.lab.Texts = append(r.lab.Texts, t)
		r.headings(t)
	}
	r.translations()
}

var topHeading = regexp.MustCompile(`^# +(.*?) *$`)

// headings checks for the lab's title and a heading for each task.
func (r *reader) headings(t lab.Text) {
	title, tasks := "", []int{}
	i := -1
	for line, prose := range lab.Prose(t.Content) {
		if i++; !prose {
			continue
		}
		if found := topHeading.FindStringSubmatch(line); found != nil && title == "" {
			title = found[1]
			if t.Language == "en" && title != r.lab.Title {
				r.problem(t.File, i+1, "the heading is %q, and the title in %s %q", title, lab.DocumentFile, r.lab.Title)
			}
		}
		if number, _ := lab.SectionOf(line); number != 0 {
			tasks = append(tasks, number)
			if r.lab.HasTask(number) != nil {
				r.problem(t.File, i+1, "there is no task %d in %s", number, lab.DocumentFile)
			}
		}
	}
	if title == "" {
		r.problem(t.File, 0, `there is no title: begin with "# %s"`, r.lab.Title)
	}
	for n := range r.lab.Tasks {
		if !slices.Contains(tasks, n+1) {
			r.problem(t.File, 0, `there is no heading for task %d: "## Task %d: %s"`, n+1, n+1, r.lab.Tasks[n].Title)
		}
	}
}

// name is an object in a text, in kubectl's form: kind/name in backquotes.
type name struct {
	kind, name string
	line       int
}

func (n name) String() string { return n.kind + "/" + n.name }

var spoken = regexp.MustCompile("`([a-z]+)/([^`/\\s]+)`")

// names returns the objects in a text. If the word before the slash is no kind of
// Kubernetes, the word is something else, such as a path.
func names(text string) []name {
	var found []name
	for i, line := range strings.Split(text, "\n") {
		for _, parts := range spoken.FindAllStringSubmatch(line, -1) {
			if slices.Contains(kinds, parts[1]) {
				found = append(found, name{parts[1], parts[2], i + 1})
			}
		}
	}
	return found
}

// kinds lists the words before the slash, as kubectl prints them or people
// abbreviate them.
var kinds = strings.Fields(`pod po deployment deploy service svc daemonset ds statefulset sts replicaset rs job
	cronjob configmap cm secret persistentvolumeclaim pvc persistentvolume pv storageclass sc ingress ing
	networkpolicy netpol serviceaccount sa role rolebinding clusterrole clusterrolebinding namespace ns node no
	priorityclass resourcequota quota limitrange poddisruptionbudget pdb hpa`)

// translations checks that all texts name the same objects.
func (r *reader) translations() {
	if len(r.lab.Texts) < 2 {
		return
	}
	english := r.lab.Texts[0]
	for _, t := range r.lab.Texts[1:] {
		r.lacks(t, english)
		r.lacks(english, t)
	}
}

func (r *reader) lacks(t, other lab.Text) {
	there := names(t.Content)
	for _, n := range names(other.Content) {
		same := func(have name) bool { return have.String() == n.String() }
		if !slices.ContainsFunc(there, same) {
			r.problem(other.File, n.line, "speaks of %s, of which %s does not", n, t.File)
		}
	}
}
