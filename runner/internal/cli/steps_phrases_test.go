package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Phrases are found like the sentences of the vocabulary.
func TestPhrasesAreListed(t *testing.T) {
	for folder, place := range map[string]string{".": "words.feature:3", "features/shop": "features/shop/words.feature:3"} {
		t.Run(folder, func(t *testing.T) {
			t.Chdir(t.TempDir())
			if err := os.MkdirAll(folder, 0o755); err != nil {
				t.Fatal(err)
			}
			const words = "Feature: words\n  @phrase\n  Scenario: the shop \"<name>\" is open\n    * pod \"<name>\" is Running\n"
			if err := os.WriteFile(filepath.Join(folder, "words.feature"), []byte(words), 0o644); err != nil {
				t.Fatal(err)
			}
			if said := inFolder(t, "steps", "SHOP", "open"); !strings.Contains(said.stdout, place) || !strings.Contains(said.stdout, "within 30s the shop") {
				t.Errorf("got %s%s", said.stdout, said.stderr)
			}
			if said := inFolder(t, "steps", "shop", "kubelet"); said.code != 3 {
				t.Errorf("words that no phrase has: code %d, %s", said.code, said.stdout)
			}
		})
	}
}
