package page

import (
	"bytes"
	"cmp"
	"fmt"
	"regexp"
	"strconv"

	"github.com/gherkube/gherkube/runner/internal/plan"
)

// texts are the words of the page in one language.
type texts struct {
	Lang string
}

// Texts are the words of a page in one language.
type Texts = texts

// In returns the words in a language: "en", which is the default, or "ko".
func In(language string) Texts { return texts{cmp.Or(language, "en")} }

// korean finds the language comment of a feature.
var korean = regexp.MustCompile(`(?m)^\s*#\s*language\s*:\s*ko\s*$`)

// textsOf returns the words in the language of most features.
func textsOf(p *plan.Plan) texts {
	n := 0
	for _, s := range p.Sources {
		if isKorean(s) {
			n++
		}
	}
	if n > 0 && 2*n > len(p.Sources) {
		return texts{"ko"}
	}
	return texts{"en"}
}

func isKorean(s plan.Source) bool {
	head, _, _ := bytes.Cut(s.Content, []byte("\n\n"))
	return korean.Match(head)
}

// T returns a text. A key without a text is a bug, which the tests find.
func (t texts) T(key string, args ...any) string {
	said, ok := words[key]
	if !ok {
		return "!" + key
	}
	text := said[0]
	if t.Lang == "ko" {
		text = said[1]
	}
	if len(args) == 0 {
		return text
	}
	return fmt.Sprintf(text, args...)
}

func itoa(n int64) string { return strconv.FormatInt(n, 10) }

// words are all texts, in English and Korean.
var words = map[string][2]string{
	"title":       {"%d of %d scenarios passed", "시나리오 %[2]d개 가운데 %[1]d개 통과"},
	"product":     {"gherkube report", "gherkube 보고서"},
	"passed":      {"passed", "통과"},
	"failed":      {"failed", "실패"},
	"undecided":   {"undecided", "판정 불가"},
	"not run":     {"not run", "실행 안 됨"},
	"Passed":      {"Passed", "통과"},
	"Failed":      {"Failed", "실패"},
	"Undecided":   {"Undecided", "판정 불가"},
	"Unreached":   {"Not reached", "실행하지 못함"},
	"running":     {"running", "실행 중"},
	"waiting":     {"waiting", "대기"},
	"unreached":   {"not reached", "실행하지 못함"},
	"Running":     {"Running", "실행 중"},
	"Waiting":     {"To come", "남은 시나리오"},
	"liveTitle":   {"%d of %d scenarios done", "시나리오 %[2]d개 가운데 %[1]d개 끝남"},
	"liveProduct": {"gherkube run", "gherkube 실행"},
	"goingOn":     {"Running for", "실행 중:"},
	"endRun":      {"End the run", "실행 끝내기"},
	"endSure":     {"Click again to end the run: the step that runs ends, faults are reverted, clusters are removed.", "한 번 더 누르면 실행을 끝낸다. 지금 스텝을 끝내고, 장애를 되돌리고, 클러스터를 지운다."},
	"ending":      {"The run is ending: faults are reverted and clusters are removed.", "실행을 끝내는 중이다. 장애를 되돌리고 클러스터를 지운다."},
	"endFailed":   {"The run could not be ended from here: press Ctrl-C in its terminal.", "여기서는 실행을 끝내지 못했다. 터미널에서 Ctrl-C를 누른다."},
	"ended":       {"The run has ended. This page is complete and stays as it is; it is saved as", "실행이 끝났다. 이 페이지는 이대로 완전하며, 다음 파일로 저장된다:"},
	"lost":        {"No connection to the run: trying again.", "실행과 연결이 끊겼다. 다시 연결하는 중이다."},
	"gone":        {"The run is gone, and this page shows what was known last. The report, if the run has written it, is", "실행이 사라졌고, 이 페이지는 마지막으로 알던 것을 보인다. 실행이 남겼다면 보고서는 다음 파일이다:"},
	"nothingYet":  {"No cluster yet", "아직 클러스터 없음"},
	"flaky":       {"%d passed only on a later try", "%d개는 다시 시도해서 통과"},
	"try":         {"Try %d", "%d번째 시도"},
	"onTry":       {"passed on try %d", "%d번째 시도에서 통과"},
	"aborted":     {"The run ended early: %s", "실행이 일찍 끝났다: %s"},
	"started":     {"Started", "시작"},
	"duration":    {"Duration", "걸린 시간"},
	"seed":        {"Seed", "시드"},
	"machine":     {"Platform", "플랫폼"},
	"repeat":      {"Repeat the run", "다시 실행하기"},
	"repeatOne":   {"Repeat", "다시 실행"},
	"filters":     {"Filters", "필터"},
	"verdict":     {"Verdict", "판정"},
	"tag":         {"Tag", "태그"},
	"allTags":     {"All tags", "모든 태그"},
	"search":      {"Search", "검색"},
	"searchHint":  {"Names, steps, messages", "이름, 스텝, 메시지"},
	"openAll":     {"Open all", "모두 펼치기"},
	"closeAll":    {"Close all", "모두 접기"},
	"shownText":   {"{shown} of {all} shown", "{all}개 가운데 {shown}개 표시"},
	"link":        {"Link to %s", "%s 링크"},
	"steps":       {"Steps", "스텝"},
	"timeline":    {"Timeline", "타임라인"},
	"timelineOf":  {"Timeline of %s", "%s의 타임라인"},
	"story":       {"Order of the components", "컴포넌트가 움직인 순서"},
	"details":     {"Evidence", "증거"},
	"cluster":     {"Cluster", "클러스터"},
	"receipt":     {"Faults", "장애"},
	"requests":    {"Requests", "요청"},
	"evidence":    {"Latest changes", "마지막 변화"},
	"describe":    {"describe %s", "describe %s"},
	"logOf":       {"log of container %s of pod %s", "파드 %[2]s의 컨테이너 %[1]s 로그"},
	"lastLogOf":   {"log of container %s of pod %s, run before the restart", "파드 %[2]s의 컨테이너 %[1]s 로그, 다시 시작하기 전"},
	"journalOf":   {"journal of %s on %s", "%[2]s의 %[1]s 저널"},
	"noRoom":      {"Left out: the page would be too large. gherkube show prints it.", "생략: 페이지가 너무 커진다. gherkube show로 볼 수 있다."},
	"cleaned":     {"Afterwards", "끝난 뒤"},
	"left":        {"Left behind", "남은 것"},
	"expected":    {"Expected", "기대한 것"},
	"saw":         {"Seen", "본 것"},
	"since":       {"Since", "언제부터"},
	"event":       {"Event", "이벤트"},
	"also":        {"Also", "또한"},
	"detail":      {"Detail", "자세히"},
	"though":      {"Not seen", "관찰하지 못한 시간"},
	"reason":      {"Reason", "이유"},
	"rule":        {"Rule", "규칙"},
	"keys":        {"Keys: / search, j and k next and previous scenario, Enter open, arrows move along a timeline, + and − zoom it.", "단축키: / 검색, j와 k 다음과 이전 시나리오, Enter 펼치기, 화살표는 타임라인에서 이동, +와 −는 확대와 축소."},
	"utc":         {"All times are in UTC.", "모든 시각은 UTC이다."},
	"skip":        {"Skip to the results", "결과로 건너뛰기"},
	"lanes":       {"Show", "보기"},
	"namespace":   {"Namespace", "네임스페이스"},
	"node":        {"Node", "노드"},
	"all":         {"All", "모두"},
	"kind.node":   {"Nodes", "노드"},
	"kind.pod":    {"Pods", "파드"},
	"kind.fault":  {"Faults", "장애"},
	"kind.stream": {"Requests", "요청"},
	"kind.event":  {"Events", "이벤트"},
	"zoomIn":      {"Zoom in", "확대"},
	"zoomOut":     {"Zoom out", "축소"},
	"zoomAll":     {"Whole time", "전체 시간"},
	"legend":      {"Legend", "범례"},
	"inspect":     {"Point at a bar, or move with the arrow keys, to see who, what, when and why.", "막대를 가리키거나 화살표 키로 움직이면 누가, 무엇을, 언제, 왜인지 보인다."},
	"during":      {"%s from %s for %s", "%s, %s부터 %s 동안"},
	"because":     {"%s. %s", "%s. %s"},
	"at":          {"%s at %s", "%s, %s"},
	"unbound":     {"Not on a node", "노드 없음"},
	"unseen":      {"API not seen", "API를 보지 못함"},
	"watch":       {"API server", "API 서버"},
	"seen":        {"seen", "보임"},
	"faultLane":   {"Faults", "장애"},
	"injecting":   {"being injected", "주입하는 중"},
	"inEffect":    {"in effect", "나타남"},
	"reverting":   {"reverted, recovering", "되돌림, 회복하는 중"},
	"answered":    {"answered", "응답"},
	"noAnswer":    {"failed", "실패"},
	"gap":         {"nothing sent", "보내지 못함"},
	"requestsSum": {"%d answered, %d failed", "응답 %d개, 실패 %d개"},
	"stepN":       {"Step %d %s: %s", "스텝 %d %s: %s"},
	"pods":        {"%d pods", "파드 %d개"},
	"allPods":     {"Each of the %d pods", "파드 %d개 각각"},
	"countsAt":    {"at %s: %s", "%s: %s"},
	"elsewhere":   {"then on %s", "그 뒤 %s에서"},
	"more":        {"%d more are left out", "%d개는 생략"},
	"noTimeline":  {"This record has no timeline of the cluster.", "이 기록에는 클러스터의 타임라인이 없다."},
	"time":        {"Time", "시각"},
	"what":        {"What happened", "한 일"},
	"row":         {"row %d of the step", "스텝의 %d번째 행"},
	"storyCap":    {"Who did what through the API server, from the audit logs and containerd", "감사 로그와 containerd에 남은, API 서버를 거쳐 누가 무엇을 했는가"},
	"warning":     {"Warning", "경고"},
	"times":       {"%d times", "%d번"},
	"none":        {"No scenario matches the filters.", "필터에 맞는 시나리오가 없다."},
	"topology":    {"Topology", "구성"},
	"compare":     {"Two runs compared", "두 실행 비교"},
	"run":         {"Run", "실행"},
	"worse":       {"Worse", "나빠진 것"},
	"better":      {"Better", "나아진 것"},
	"slower":      {"Slower", "느려진 것"},
	"faster":      {"Faster", "빨라진 것"},
	"only":        {"In one run only", "한 실행에만 있는 것"},
	"same":        {"The other %d scenarios have the same verdict and took about as long.", "나머지 시나리오 %d개는 판정이 같고 걸린 시간도 비슷하다."},

	// Labs.
	"labProduct":   {"gherkube lab", "gherkube 실습"},
	"skipTasks":    {"Skip to the tasks", "과제로 건너뛰기"},
	"labText":      {"What to do", "할 일"},
	"labTasks":     {"Tasks", "과제"},
	"labCluster":   {"The cluster", "클러스터"},
	"labKeys":      {"Keys: c checks the lab; arrows move along the timeline, + and − zoom it.", "단축키: c는 실습 확인, 화살표는 타임라인에서 이동, +와 −는 확대와 축소."},
	"ofMinutes":    {"of %d minutes", "/ %d분"},
	"notChecked":   {"Not checked yet", "아직 확인하지 않음"},
	"checkedAt":    {"Checked at %s:", "%s에 확인:"},
	"checkNow":     {"Check", "확인하기"},
	"checkingFor":  {"Checking for", "확인하는 중:"},
	"checkTrouble": {"The check could not be made; the terminal says why.", "확인하지 못했다. 이유는 터미널에 있다."},
	"pressFailed":  {"That did not work; the terminal of this page may say why.", "되지 않았다. 이 페이지를 연 터미널에 이유가 있을 수 있다."},
	"labLost":      {"No connection to gherkube: trying again.", "gherkube와 연결이 끊겼다. 다시 연결하는 중이다."},
	"labGone":      {"This page gets no more changes. The lab stays up; to come back:", "이 페이지는 더 바뀌지 않는다. 실습은 그대로 있다. 돌아오려면:"},
	"labEnded":     {"This page gets no more changes. If the lab is still up, come back with", "이 페이지는 더 바뀌지 않는다. 실습이 그대로 있으면 다음으로 돌아온다:"},
	"worth":        {"%d points", "%d점"},
	"worthOne":     {"1 point", "1점"},
	"ofVisible":    {"%s for the visible criteria", "보이는 기준은 %s"},
	"hintN":        {"Hint %d", "힌트 %d"},
	"free":         {"free", "무료"},
	"costsOne":     {"1 point", "1점"},
	"costs":        {"%d points", "%d점"},
	"askHint":      {"Get a hint", "힌트 보기"},
	"askNext":      {"Get the next hint", "다음 힌트 보기"},
	"priceOf":      {"This hint costs %s of the task.", "이 힌트는 과제 점수에서 %s을 쓴다."},
	"priceFree":    {"This hint costs nothing.", "이 힌트는 무료이다."},
	"buyHint":      {"Show the hint", "힌트 보이기"},
	"leaveHint":    {"Not now", "나중에"},
	"noHints":      {"There are no more hints for this task.", "이 과제에는 힌트가 더 없다."},

	// Remarks about a result.
	"hiddenOne":      {"1 criterion worth %s is hidden", "%s짜리 채점 기준 1개는 숨겨져 있다"},
	"hiddenMany":     {"%d criteria worth %s are hidden", "모두 %[2]s인 채점 기준 %[1]d개는 숨겨져 있다"},
	"onePoint":       {"1 point", "1점"},
	"manyPoints":     {"%d points", "%d점"},
	"hintRemark":     {"hint %d of task %d: %d points", "과제 %[2]d의 힌트 %[1]d: %[3]d점"},
	"lateDay":        {"late by a day: %s %% off", "하루 늦음: %s %% 감점"},
	"lateDays":       {"late by %d days: %s %% off", "%d일 늦음: %s %% 감점"},
	"notGradable":    {"not gradable: %s", "채점 불가: %s"},
	"malformed":      {"not gradable: mend the submission: %s", "채점 불가: 제출물을 고칠 것: %s"},
	"hiddenOpen":     {"not gradable: a hidden criterion could not be decided; run it again", "채점 불가: 숨은 채점 기준 하나를 판정하지 못했다. 다시 실행한다"},
	"criteriaOpen":   {"not gradable: %d of %d criteria could not be decided; run it again", "채점 불가: 채점 기준 %[2]d개 가운데 %[1]d개를 판정하지 못했다. 다시 실행한다"},
	"notYours":       {"it was kept from being judged, and not by what was handed in; run it again", "제출물 때문이 아닌 다른 이유로 판정하지 못했다. 다시 실행한다"},
	"notYoursEither": {"the lab is wrong, and its instructor has to correct it; nothing is held against what was handed in", "실습이 잘못되어 있어 강사가 고쳐야 한다. 제출물의 책임은 아니다"},
	"labWrong":       {"the lab is wrong (%s): %s", "실습이 잘못되어 있다 (%s): %s"},
	"notJudged":      {"it was not judged", "판정하지 않았다"},

	// Grades.
	"results":      {"Results", "결과"},
	"gradeProduct": {"gherkube grade", "gherkube 채점"},
	"class":        {"The class", "반 전체"},
	"gradedN":      {"%d graded", "%d개 채점"},
	"mean":         {"mean %s", "평균 %s"},
	"ungraded":     {"%d without a score", "%d개는 점수 없음"},
	"scores":       {"Scores, in per cent of the points", "점수 분포 (만점의 백분율)"},
	"byScore":      {"Submissions by score", "점수별 제출물"},
	"difficult":    {"Criteria, the most difficult first", "채점 기준, 어려운 것부터"},
	"criteria":     {"Criteria", "채점 기준"},
	"criterion":    {"Criterion", "채점 기준"},
	"metBy":        {"Met by", "충족"},
	"tells":        {"Tells strong from weak", "변별도"},
	"tellsNote": {
		"The last column is the share of the better half that met the criterion, minus that of the other half: 1 tells them apart, 0 does not, less than 0 favours the weaker.",
		"변별도는 점수가 높은 절반이 기준을 충족한 비율에서 나머지 절반의 비율을 뺀 값이다. 1이면 잘 가르고, 0이면 가르지 못하며, 0보다 작으면 낮은 절반에게 유리하다.",
	},
	"submissions": {"Submissions", "제출물"},
	"submission":  {"Submission", "제출물"},
	"score":       {"Score", "점수"},
	"state":       {"State", "상태"},
	"task":        {"Task %d", "과제 %d"},
	"item":        {"%s, task %d: %s", "%s, 과제 %d: %s"},
	"pointsOf":    {"%d of %d points", "%[2]d점 가운데 %[1]d점"},
	"pointOf":     {"%d of %d point", "%[2]d점 가운데 %[1]d점"},
	"metOf":       {"%d of %d", "%[2]d개 가운데 %[1]d개"},
	"didPass":     {"Passed", "합격"},
	"yes":         {"yes (the pass mark is %d of 100)", "예 (합격선은 100점 만점에 %d점)"},
	"no":          {"no (the pass mark is %d of 100)", "아니요 (합격선은 100점 만점에 %d점)"},
	"submitted":   {"Submitted", "제출"},
	"graded":      {"Graded", "채점"},
	"record":      {"Record", "기록"},
	"advice":      {"Feedback:", "피드백:"},
	"visible":     {"%d of %d points for the visible criteria; %s", "보이는 채점 기준 %[2]d점 가운데 %[1]d점. %[3]s"},
	"outcome":     {"%d of %d points, %s (the pass mark is %d of 100)", "%[2]d점 가운데 %[1]d점, %[3]s (합격선은 100점 만점에 %[4]d점)"},
	"reached":     {"passed", "합격"},
	"missed":      {"not passed", "불합격"},
	"pointsLeft":  {"%s: %s points are left", "%s: %s점이 남는다"},
	"ofTask":      {"task %d", "과제 %d"},
	"remark":      {"note: %s", "참고: %s"},
	"proof":       {"Evidence", "증거"},
	"metCount":    {"criteria: %d met, %d not met", "채점 기준: 충족 %d, 미충족 %d"},
	"openCount":   {", %d undecided", ", 판정 불가 %d"},
	"sameReason":  {"the same reason as for: %s", "이유는 다음 기준과 같다: %s"},
	"moreLines":   {"... %d more lines", "... %d줄 더"},
	"moreToLess":  {"... %d more lines: pipe the output to less", "... %d줄 더: 출력을 less로 넘기면 보인다"},
	"allDetails":  {"All details: %s", "자세히: %s"},
	"wrote":       {"What the submission wrote", "제출물이 출력한 것"},
	"stood":       {"What stood in the cluster", "클러스터에 있던 것"},

	"state.graded":                                       {"graded", "채점됨"},
	"state.not gradable: rerun":                          {"not gradable: rerun", "채점 불가: 다시 실행"},
	"state.not gradable: mend the submission":            {"not gradable: mend the submission", "채점 불가: 제출물을 고칠 것"},
	"state.not gradable: correct the lab":                {"not gradable: correct the lab", "채점 불가: 실습을 고칠 것"},
	"state.withheld until the hidden criteria are shown": {"withheld until the hidden criteria are shown", "숨은 채점 기준을 공개할 때까지 보류"},
}
