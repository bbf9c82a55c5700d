package score

import (
	"regexp"

	"github.com/gherkube/gherkube/runner/internal/report/page"
)

// noteIn translates a note of the grader. Records hold notes in English.
func noteIn(in page.Texts, note string) string {
	if in.Lang != "ko" {
		return note
	}
	for _, n := range notes {
		if n.english.MatchString(note) {
			return n.english.ReplaceAllString(note, n.korean)
		}
	}
	return note
}

// notes are the notes that gherkube writes, with what they quote as groups. The tests of
// package grading look for notes that are missing here.
var notes = []struct {
	english *regexp.Regexp
	korean  string
}{
	{regexp.MustCompile(`(?s)^control measurement passed: (.*)$`), "대조 측정 통과: $1"},
	{regexp.MustCompile(`(?s)^control measurement failed: (.*); completed before: (.*)$`), "대조 측정 실패: $1; 그 전에 끝난 것: $2"},
	{regexp.MustCompile(`(?s)^the submission's cluster could not be removed: (.*)$`), "제출물의 클러스터를 지우지 못했다: $1"},
	{regexp.MustCompile(`(?s)^control measurement still fails after the submission's cluster was removed: (.*)$`), "제출물의 클러스터를 지운 뒤에도 대조 측정이 실패한다: $1"},
	{regexp.MustCompile(`^control measurement passes without the submission's cluster, which did not use excessive resources: the machine is too small, or too busy$`), "제출물의 클러스터가 없으면 대조 측정이 통과하고, 그 클러스터는 자원을 지나치게 쓰지 않았다. 컴퓨터가 너무 작거나 바쁘다"},
	{regexp.MustCompile(`(?s)^control measurement passes without the submission's cluster, which used (.*?): (.*)$`), "제출물의 클러스터가 없으면 대조 측정이 통과한다. 그 클러스터가 쓴 것: $1. $2"},
	{regexp.MustCompile(`(?s)^what was undecided could not be judged again: (.*)$`), "판정하지 못한 것을 다시 판정할 수 없었다: $1"},
	{regexp.MustCompile(`(?s)^the submission made its workstation unusable, although the grader's own containers work: (.*)$`), "채점기의 컨테이너는 작동하는데 제출물이 자기 워크스테이션을 쓸 수 없게 만들었다: $1"},
	{regexp.MustCompile(`^the folder of answers is a link: it has to be a folder of its own$`), "답의 폴더가 링크이다. 폴더여야 한다"},
	{regexp.MustCompile(`(?s)^("(?:[^"\\]|\\.)*") was left out: (.*)$`), "$1 제외: $2"},
	{regexp.MustCompile(`(?s)^(.*) was ended after (\S+): (.*)$`), "$1: $2 만에 중단됨: $3"},
	{regexp.MustCompile(`(?s)^(.*) ended with code (-?\d+) after (\S+)$`), "$1: $3 만에 코드 ${2}로 끝남"},
}
