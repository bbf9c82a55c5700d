package page

import (
	"strings"
	"testing"
)

func TestProseIsSafeAndBelowAHeading(t *testing.T) {
	title, got, err := Prose("# Mend *it*, `now`\n\nRun <pod> and <script>window.hacked=1</script>, [x](javascript:alert(1)), [y](https://kubernetes.io) ![a cat](https://example.invalid/x.png)\n\n" +
		"## Task 1\n\n- `kubectl get pods`\n\n<div onclick=\"x\">\nblock\n</div>\n\n```sh\necho '<b>'\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")
	if err != nil {
		t.Fatal(err)
	}
	html := string(got)
	if title != "Mend it, now" {
		t.Errorf("the title is %q", title)
	}
	for _, want := range []string{"<h3>Task 1</h3>", "&lt;pod&gt;", "&lt;script&gt;", "&lt;div onclick=", `<a href="https://kubernetes.io" target="_blank" rel="noopener noreferrer">y</a>`, "a cat", "echo '&lt;b&gt;'", "<td>1</td>"} {
		if !strings.Contains(html, want) {
			t.Errorf("the text lacks %s:\n%s", want, html)
		}
	}
	for _, bad := range []string{"<script", "javascript:", "<img", "<div", "<h1", "<h2"} {
		if strings.Contains(html, bad) {
			t.Errorf("the text has %s:\n%s", bad, html)
		}
	}
}
