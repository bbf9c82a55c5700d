package labpage_test

import (
	"bufio"
	"fmt"
	"html"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/lab/reader"
)

// TestNothingHiddenIsServed serves the page of each lab after a check in which every
// criterion failed, and searches all bytes that the server sends for what only the
// instructor sees: hidden criteria, the setup, sentences of checks, solutions, values
// that say what is broken, and hints that were not bought.
func TestNothingHiddenIsServed(t *testing.T) {
	dirs, err := reader.Find([]string{"../../../labs"})
	if err != nil || len(dirs) == 0 {
		t.Fatalf("no labs: %v", err)
	}
	for _, dir := range dirs {
		for _, language := range []string{"en", "ko"} {
			t.Run(filepath.Base(dir)+"/"+language, func(t *testing.T) {
				d := open(t, dir, language)
				sent := d.everything()
				secrets := d.secrets()
				if len(secrets) < 20 {
					t.Fatalf("only %d secrets: the search proves nothing", len(secrets))
				}
				for _, s := range secrets {
					if s.in(sent) {
						t.Errorf("the page has %s: %q", s.of, s.text)
					}
				}
			})
		}
	}
}

// everything returns all that the server sends: before and after a check and a hint.
func (d *desk) everything() string {
	var sent strings.Builder
	get := func() {
		for _, what := range []string{"", "changes?since=0", "lab.json", "checked.json", "task.md", "..%2flab.json"} {
			_, body := d.ask(http.MethodGet, what)
			sent.WriteString(body)
		}
	}
	get()
	d.tellAll()
	for _, what := range []string{"check", "hint?task=1&number=1", "hint?task=1&number=1", "hint?task=7&number=1", "solution"} {
		_, body := d.ask(http.MethodPost, what)
		sent.WriteString(body)
	}
	get()
	answer, err := http.Get(d.server.URL() + "events")
	if err != nil {
		d.Fatal(err)
	}
	line, _ := bufio.NewReader(answer.Body).ReadString('\n')
	_ = answer.Body.Close()
	fmt.Fprint(&sent, line, answer.Header)
	return html.UnescapeString(sent.String())
}

// tellAll keeps a check whose result has all that a grader knows.
func (d *desk) tellAll() {
	r := d.result()
	all := d.files()
	r.Values, r.Record, r.Left = d.lab.Values("ada"), "secret-record", "secret-left"
	r.Found, r.Output = all, all
	for i := range r.Criteria {
		c := &r.Criteria[i]
		c.Sentence, c.Evidence = all, []string{all}
		if c.Visibility != lab.Always {
			c.Message = "expected " + all
		}
	}
	if err := d.running().KeepCheck(r); err != nil {
		d.Fatal(err)
	}
	kept, err := os.ReadFile(filepath.Join(cluster.StateDir("dev"), "checked.json"))
	if err != nil {
		d.Fatal(err)
	}
	for _, c := range r.Criteria {
		if c.Visibility != lab.Always && strings.Contains(string(kept), c.Name) {
			d.Errorf("the kept check names the hidden criterion %q", c.Name)
		}
	}
}

// files returns the contents of the lab's files, with ada's values.
func (d *desk) files() string {
	var all strings.Builder
	err := filepath.WalkDir(d.lab.Dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		fmt.Fprintf(&all, "%s\n", d.lab.Filling("ada")(string(content)))
		return err
	})
	if err != nil {
		d.Fatal(err)
	}
	return all.String()
}

// secret is a text that no student may see.
type secret struct{ of, text string }

// in reports whether a text has the secret, as words of their own.
func (s secret) in(text string) bool {
	return strings.Contains(text, s.text) && regexp.MustCompile(`(^|[^\pL\pN-])`+regexp.QuoteMeta(s.text)+`($|[^\pL\pN-])`).MatchString(text)
}

// secrets lists what only the instructor sees of the lab.
func (d *desk) secrets() (all []secret) {
	fill := d.lab.Filling("ada")
	public := d.public()
	add := func(of, text string) {
		s := secret{of, strings.TrimSpace(fill(text))}
		if s.text != "" && !s.in(public) {
			all = append(all, s)
		}
	}
	keyword := regexp.MustCompile(`^(Given|When|Then|And|But|Scenario:|Feature:|- text:|- criterion:|ko:|text:|\* )`)
	for line := range strings.Lines(d.files()) {
		line = keyword.ReplaceAllString(strings.TrimSpace(line), "")
		if line = strings.Trim(line, ` "`); len(line) > 20 {
			add("a line of a file", line)
		}
	}
	for _, c := range d.lab.Criteria {
		if c.Visibility != lab.Always {
			add("a hidden criterion", c.Name)
			add("the feedback of a hidden criterion", c.Feedback.Text)
			add("the feedback of a hidden criterion", c.Feedback.Korean)
		}
	}
	for n, t := range d.lab.Tasks {
		for i, h := range t.Hints {
			if n > 0 || i > 0 {
				add("a hint that was not bought", h.Text)
				add("a hint that was not bought", h.Korean)
			}
		}
	}
	for _, name := range append(d.lab.Wrong(), d.lab.Right...) {
		add("a name of a solution", name)
	}
	for _, value := range d.lab.Values("ada") {
		add("a value of the variant", value)
	}
	for _, word := range []string{"secret-name", "secret-output", "secret-ailment", "secret-fault", "secret-node", "secret-record", "secret-left"} {
		add("the state of the lab", word)
	}
	return all
}

// public returns what the student may read: the text, visible criteria and what is said
// of them, the hint that was bought, and the words of the page itself.
func (d *desk) public() string {
	var b strings.Builder
	for _, text := range d.lab.Texts {
		b.WriteString(d.lab.Filling("ada")(text.Content) + "\n")
	}
	for _, c := range d.lab.Criteria {
		if c.Visibility == lab.Always {
			b.WriteString(strings.Join([]string{c.Name, c.Feedback.Text, c.Feedback.Korean, ""}, "\n"))
		}
	}
	for n, t := range d.lab.Tasks {
		b.WriteString(t.Title + "\n")
		if n == 0 && len(t.Hints) > 0 {
			b.WriteString(t.Hints[0].Text + "\n" + t.Hints[0].Korean + "\n")
		}
	}
	for _, file := range []string{"lab.tmpl", "page.css", "timeline.js", "stream.js", "lab.js", "texts.go", "timeline.tmpl"} {
		content, err := os.ReadFile("../report/page/" + file)
		if err != nil {
			d.Fatal(err)
		}
		b.Write(content)
	}
	return b.String()
}
