package layout

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gotest.tools/v3/golden"

	"github.com/gherkube/gherkube/runner/internal/feature"
	"github.com/gherkube/gherkube/runner/internal/input"
)

// TestFormatted formats testdata/NAME.feature and compares the result with
// testdata/NAME.golden. Formatting a golden file changes nothing. go test -update
// writes the golden files.
func TestFormatted(t *testing.T) {
	files, err := filepath.Glob("testdata/*.feature")
	if err != nil || len(files) == 0 {
		t.Fatalf("no features: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			content, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			once := formatted(t, content)
			golden.AssertBytes(t, once, strings.TrimSuffix(filepath.Base(file), ".feature")+".golden")
			if again := formatted(t, once); !bytes.Equal(again, once) {
				t.Errorf("formatted again, it is:\n%s", again)
			}
		})
	}
}

func formatted(t *testing.T, content []byte) []byte {
	t.Helper()
	result, err := Format("x.feature", content)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// TestEveryFeatureOfTheRepository checks that features, and those in testdata, keep
// their meaning, and that formatting them twice changes nothing.
func TestEveryFeatureOfTheRepository(t *testing.T) {
	count := 0
	for _, file := range repository(t) {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		once, err := Format(file, content)
		if input.Is(err) {
			continue // some are invalid on purpose
		}
		if err != nil {
			t.Error(err)
			continue
		}
		count++
		if twice := formatted(t, once); !bytes.Equal(once, twice) {
			t.Errorf("%s: formatted again, it is:\n%s", file, twice)
		}
	}
	if count < 100 {
		t.Errorf("only %d features were found", count)
	}
}

func repository(t testing.TB) (files []string) {
	t.Helper()
	for _, root := range []string{"../../../features", "../../../labs", "../../../steps", ".."} {
		err := filepath.WalkDir(root, func(path string, _ os.DirEntry, err error) error {
			if err == nil && strings.HasSuffix(path, ".feature") {
				files = append(files, path)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return files
}

func TestWhatTheGrammarRejectsIsNamedWithItsLine(t *testing.T) {
	for content, want := range map[string]string{
		"Feature: f\n  Scenario: s\n    Given a\n  Rumpelstilz\n":                "x.feature:4: syntax: 'Rumpelstilz' cannot stand here",
		"Feature: f\n  Scenario: s\n    Given a\n      | a |\n      | b | c |\n": "x.feature:5: syntax: inconsistent cell count",
		"# language: klingonisch\nFeature: f\n":                                  "x.feature:1: syntax: Language not supported: klingonisch",
		"Feature: f\n  Scenario: s\n    Given a\n      \"\"\"\n":                 "x.feature:",
		"Feature: \xff\n":                     "x.feature:1: the line is not UTF-8",
		"Feature: f\n<<<<<<< HEAD\n":          "x.feature:2: the line marks a conflict",
		"Feature: f\n  @a b\n  Scenario: s\n": "x.feature:2: syntax: A tag may not contain whitespace",
	} {
		_, err := Format("x.feature", []byte(content))
		if !input.Is(err) || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v, want %q", content, err, want)
		}
	}
}

func TestLinesEndAsTheFirstOneDoes(t *testing.T) {
	for content, want := range map[string]string{
		"Feature: f\r\nScenario: s\r\n* a\n": "Feature: f\r\n\r\n  Scenario: s\r\n    * a\r\n",
		"Feature: f\nScenario: s\r\n* a":     "Feature: f\n\n  Scenario: s\n    * a\n",
		"\ufeffFeature: f":                   "Feature: f\n",
		"":                                   "",
		"\n \n\t\n":                          "",
		"# only a comment":                   "# only a comment\n",
	} {
		if got := formatted(t, []byte(content)); string(got) != want {
			t.Errorf("%q became %q, want %q", content, got, want)
		}
	}
}

// TestAChangeOfMeaningIsFoundOut checks that a loss is detected.
func TestAChangeOfMeaningIsFoundOut(t *testing.T) {
	const original = "Feature: f\n  text\n  @a\n  Scenario: s\n    # note\n    Given a\n      \"\"\"sh\n        one\n      two\n      \"\"\"\n    Given b\n      | x y |\n"
	before, problems := feature.Syntax("x", []byte(original))
	if problems != nil {
		t.Fatal(problems)
	}
	for _, change := range [][2]string{
		{"  text\n", ""}, {"@a", "@b"}, {"    # note\n", ""}, {"        one", "      one"}, {"two\n", "two\n\n"}, {"x y", "x  y"}, {"Given b", "Given b c"}, {`"""sh`, `"""shell`}, {`"""`, "```"},
		{"Given a", "When a"}, {"Scenario: s", "Scenario:  s\n  s"},
	} {
		changed := strings.ReplaceAll(original, change[0], change[1])
		after, problems := feature.Syntax("x", []byte(changed))
		if problems != nil {
			t.Fatal(problems)
		}
		if err := same([]byte(original), []byte(changed), before, after); err == nil {
			t.Errorf("%q in place of %q was not found", change[1], change[0])
		}
	}
	if err := same([]byte(original), []byte(original), before, before); err != nil {
		t.Error(err)
	}
}

// FuzzFormat formats everything that the grammar accepts. Format itself verifies
// that the meaning is unchanged.
func FuzzFormat(f *testing.F) {
	for _, file := range repository(f) {
		content, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(content)
	}
	f.Add([]byte("Feature:\n Rule: r\n\n  # c\n  @a#b @c #d\n # e\n\n  Scenario Outline:\n Given \n\t\"\"\" x\n\t\t \\\"\\\"\\\"\n \"\"\" y\n| \\| | 가 |z\nExamples:\n text\n|a|\n"))
	f.Fuzz(func(t *testing.T, content []byte) {
		once, err := Format("x.feature", content)
		if input.Is(err) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		twice, err := Format("x.feature", once)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(once, twice) {
			t.Errorf("once:\n%s\ntwice:\n%s", once, twice)
		}
	})
}
