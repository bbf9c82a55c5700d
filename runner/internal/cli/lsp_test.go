package cli

import (
	"fmt"
	"strings"
	"testing"
)

// headed returns a message with the header of the language server protocol.
func headed(body string) string { return fmt.Sprintf("Content-Length: %d\r\n\r\n%s", len(body), body) }

func TestLSP(t *testing.T) {
	const initialize = `{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}`
	const shutdown, exit = `{"jsonrpc":"2.0","id":2,"method":"shutdown"}`, `{"jsonrpc":"2.0","method":"exit"}`
	for name, row := range map[string]struct {
		in             string
		code           int
		stdout, stderr string // parts of both
	}{
		"in order":         {headed(initialize) + headed(shutdown) + headed(exit), 0, `"name":"gherkube"`, ""},
		"without shutdown": {headed(initialize) + headed(exit), 1, `"name":"gherkube"`, ""},
		"the editor died":  {headed(initialize), 1, `"name":"gherkube"`, ""},
		"no editor":        {"hello\n", 1, "", `lsp: what was read is no message of the language server protocol: it begins with "hello"`},
	} {
		t.Run(name, func(t *testing.T) {
			cmd := program(t, "lsp", "--stdio")
			cmd.Stdin = strings.NewReader(row.in)
			if got := end(t, cmd); got.code != row.code || !strings.Contains(got.stdout, row.stdout) || !strings.Contains(got.stderr, row.stderr) {
				t.Errorf("%+v", got)
			}
		})
	}
}
