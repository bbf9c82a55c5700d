package steps

import (
	"context"
	"fmt"
	"strconv"

	"github.com/onsi/gomega/types"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/fixtures/phrase"
	"github.com/gherkube/gherkube/fixtures/system"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

const (
	fileWords  = `(file|directory) "([^"]+)" on (\S+)`
	koreanFile = `(\S+)의 (파일|디렉터리) "([^"]+)"`

	fileMeaning = " Links are followed, but not out of the node's files; a pipe or a device in place of a file counts as no file."
)

// koreanIs maps the Korean verbs of "is" and "is not" to English words.
func koreanIs(is, isNot string) map[string]string {
	return map[string]string{
		"이다": is, "다": is, "가 된다": is, "이 된다": is, "가 아니다": isNot, "이 아니다": isNot,
		"파일": "file", "디렉터리": "directory",
	}
}

const koreanIsWords = `(이다|다|{이/가} 된다|{이/가} 아니다)`

// fileClaims are the claims about files of nodes.
var fileClaims = []claim{
	{
		topic:    "files",
		opposite: true,
		pattern:  fileWords + ` (exists|does not exist)`,
		meaning:  "A regular file, or a directory, is at this path of the node, or is not." + fileMeaning,
		example:  `file "/etc/kubernetes/manifests/etcd.yaml" on control-plane-1 exists`,
		korean: Sentence{
			Pattern: koreanFile + `{이/가} (있다|생긴다|없다|사라진다)`,
			Example: `control-plane-1의 파일 "/etc/kubernetes/manifests/etcd.yaml"이 있다`,
			Order:   []int{2, 0, 1, 3},
			Words: map[string]string{
				"파일": "file", "디렉터리": "directory",
				"있다": "exists", "생긴다": "exists", "없다": "does not exist", "사라진다": "does not exist",
			},
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			kind := system.Kind(args[0])
			if args[3] == "exists" {
				return fileThat(s, args, "exist", func(f system.File) bool { return f.Is(kind) })
			}
			return fileThat(s, args, "not exist", func(f system.File) bool { return !f.Is(kind) })
		},
		check: aboutFile,
	},
	{
		topic:    "files",
		opposite: true,
		pattern:  `file "([^"]+)" on (\S+) (contains|does not contain) "(.+)"`,
		meaning:  "The content of the file has these words in it, or has not; the file exists in both cases. The first MiB is read. " + wordsOfFile + fileMeaning,
		example:  `file "/var/lib/kubelet/config.yaml" on worker-1 contains "cgroupDriver: systemd"`,
		korean: Sentence{
			Pattern: `(\S+)의 파일 "([^"]+)"에 "` + koreanQuoted + `"{이/가} (들어 있다|들어 있지 않다)`,
			Example: `worker-1의 파일 "/var/lib/kubelet/config.yaml"에 "cgroupDriver: systemd"가 들어 있다`,
			Order:   []int{1, 0, 3, 2},
			Words:   map[string]string{"들어 있다": "contains", "들어 있지 않다": "does not contain"},
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			words := phrase.Of(args[3])
			wanted, want := args[2] == "contains", fmt.Sprintf("exist and contain %q", args[3])
			if !wanted {
				want = fmt.Sprintf("exist and not contain %q", args[3])
			}
			return fileThat(s, []string{"file", args[0], args[1]}, want, func(f system.File) bool {
				says, known := f.Says(words)
				return known && says == wanted
			})
		},
		check: func(_ Line, args []string) error {
			if phrase.Of(args[3]).Empty() {
				return errEveryFile
			}
			return absolute(args[0])
		},
	},
	{
		topic:    "files",
		opposite: true,
		pattern:  fileWords + ` (has|does not have) mode (\S+)`,
		meaning:  "The permissions of the file or directory are these, in octal, or others; it exists in both cases." + fileMeaning,
		example:  `file "/etc/kubernetes/admin.conf" on control-plane-1 has mode 0600`,
		korean: Sentence{
			Pattern: koreanFile + `의 모드{가/는} (\S+?)` + koreanIsWords,
			Example: `control-plane-1의 파일 "/etc/kubernetes/admin.conf"의 모드가 0600이다`,
			Order:   []int{2, 0, 1, 4, 3}, Words: koreanIs("has", "does not have"),
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			mode, err := modeIn(args[4])
			if err != nil {
				return nil, nil, err
			}
			wanted, want := args[3] == "has", fmt.Sprintf("exist and have mode %04o", mode)
			if !wanted {
				want = fmt.Sprintf("exist and have another mode than %04o", mode)
			}
			kind := system.Kind(args[0])
			return fileThat(s, args, want, func(f system.File) bool { return f.Is(kind) && (f.Mode == mode) == wanted })
		},
		check: func(in Line, args []string) error {
			err := unlessValue(args[4], func(word string) error { _, err := modeIn(word); return err })
			if err != nil {
				return err
			}
			return aboutFile(in, args)
		},
	},
	{
		topic:    "files",
		opposite: true,
		pattern:  fileWords + ` (is|is not) owned by "([^"]+)"(?: and group "([^"]+)")?`,
		meaning:  "The file or directory belongs to this user (and this group), by name or number, or does not; it exists in both cases." + fileMeaning,
		example:  `file "/etc/kubernetes/admin.conf" on control-plane-1 is owned by "root" and group "root"`,
		korean: Sentence{
			Pattern: koreanFile + `의 소유자{가/는} "([^"]+)"(?:{이고/고} 그룹{이/은} "([^"]+)")?` + koreanIsWords,
			Example: `control-plane-1의 파일 "/etc/kubernetes/admin.conf"의 소유자가 "root"이고 그룹이 "root"이다`,
			Order:   []int{2, 0, 1, 4, 5, 3}, Words: koreanIs("is", "is not"),
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			want := fmt.Sprintf("be owned by %q", args[4])
			if args[5] != "" {
				want += fmt.Sprintf(" and group %q", args[5])
			}
			wanted, kind := args[3] == "is", system.Kind(args[0])
			if !wanted {
				want = "exist and not " + want
			}
			return fileThat(s, args, want, func(f system.File) bool {
				return f.Is(kind) && (f.OwnedBy(args[4], args[5])) == wanted
			})
		},
		check: aboutFile,
	},
}

const wordsOfFile = `Words are matched whole: "1" is not in "10", and "10..." is in "100". Consecutive spaces count as one.`

var errEveryFile = fmt.Errorf("every file holds these words: say which")

// aboutFile is the check of a claim that starts with fileWords.
func aboutFile(_ Line, args []string) error { return absolute(args[1]) }

// fileThat observes the file or directory that fileWords captured.
func fileThat(s *scenario.Scenario, args []string, want string, is func(system.File) bool) (observe.Subject, types.GomegaMatcher, error) {
	if err := absolute(args[1]); err != nil {
		return nil, nil, err
	}
	look := func(ctx context.Context, n cluster.Node) (system.File, error) { return system.FileOf(ctx, n, args[1]) }
	subject, err := lookOn(s, args[2], fmt.Sprintf("%s %q", args[0], args[1]), look)
	return subject, observe.Satisfy(want, is), err
}

// modeIn parses file permissions.
func modeIn(word string) (uint32, error) {
	mode, err := strconv.ParseUint(word, 8, 32)
	if err != nil || len(word) < 3 || mode > 0o7777 {
		return 0, fmt.Errorf("%s is no mode: write it in octal, as 0600", word)
	}
	return uint32(mode), nil
}
