package steps

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

	"github.com/gherkube/gherkube/fixtures/availability"
	"github.com/gherkube/gherkube/fixtures/clock"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/steps/internal/duration"
	"github.com/gherkube/gherkube/steps/internal/grammar"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// Groups of the patterns below that select the requests a claim is about.
const (
	whichRequests = `(?: to (?:"([a-z]+://[^"]+)"|pod "([^"]+)"|service "([^"]+)"(?: on (\S+))?|(the API server))| of "([^"]+)")?` +
		`(?: from (?:pod "([^"]+)"|node (\S+)|(this machine)))?`
	whoAnswers = `(?:"([a-z]+://[^"]+)"|pod "([^"]+)"|service "([^"]+)"(?: on (\S+))?|(the API server)|DNS(?: for "([^"]+)")?)`
	toWhom     = `(?: to (?:pod "([^"]+)"|node (\S+)|(this machine)))?`

	koreanRequests = `(?:` + koreanSender + `{이/가} )?` +
		`(?:(?:"([a-z]+://[^"]+)"|파드 "([^"]+)"|(?:(\S+)의 )?서비스 "([^"]+)"|(API 서버))에 보낸 |이름 "([^"]+)"{을/를} )?`
	koreanAnswers = `(?:"([a-z]+://[^"]+)"|파드 "([^"]+)"|(?:(\S+)의 )?서비스 "([^"]+)"|(API 서버)|(?:이름 "([^"]+)"의 )?DNS)`
	koreanToWhom  = `(?:` + koreanSender + `에게 )?`
)

var koreanMonitored = map[string]string{
	"이 컴퓨터": "this machine", "API 서버": "the API server", "요청": "request", "조회": "lookup",
	"그 뒤로 ": " since", "많아야": "at most", "적어도": "at least",
	"응답 없이 지난 적이 없다": "was never silent for more than", "응답 없이 지난 적이 있다": "was silent for at least",
	"실패하지 않는다": "fails", "응답을 받지 못한다": "is answered",
	"응답을 받는다": "answered", "모두 응답을 받지 못한다": "not answered",
}

// whichOf reads the groups of whichRequests.
func whichOf(noun string, words []string) monitored {
	m := monitored{to: whom(words[:4]), api: words[4] != "", name: words[5], lookup: noun == "lookup"}
	m.from, m.machine = who(words[6:9]), words[8] != "" || words[4] != ""
	return m
}

// whoseAnswers reads the groups of whoAnswers and toWhom.
func whoseAnswers(words, to []string) monitored {
	m := whichOf("request", append(slices.Clone(words), to...))
	m.lookup = m.to == target{} && !m.api
	return m
}

// requestClaims judge the results of background requests, up to now or for a duration.
var requestClaims = []Step{
	looksBack(requestClaim{
		pattern: `^no (request|lookup)` + whichRequests + ` has failed( since)?$`,
		meaning: "Every request was answered without an error: since they began, or, with since, since the last action of the scenario began. " +
			"Requests count by the time at which they were sent. If one was not observed, the step is undecided, unless another failed. " + mayLeaveOut,
		example: `no request to service "web" has failed since`,
		korean: Sentence{
			Pattern: `^` + koreanRequests + `(요청|조회)이? (그 뒤로 )?하나도 실패하지 않았다$`,
			Example: `서비스 "web"에 보낸 요청이 그 뒤로 하나도 실패하지 않았다`,
			Order:   []int{7, 8, 9, 1, 2, 4, 3, 5, 6, 0, 10},
		},
		which: func(words []string) monitored { return whichOf(words[0], words[1:10]) },
		since: 10,
		claim: func(*scenario.Scenario, []string) (availability.Claim, string, error) {
			return availability.NoneFailed, "no request to have failed", nil
		},
	}),
	looksBack(requestClaim{
		pattern: `^(at most|at least) (\d+(?:\.\d+)?%|\d+) of the (request|lookup)s` + whichRequests + ` (?:has|have) failed( since)?$`,
		meaning: "The number of requests that failed, or their share of all requests, up to now. Requests that were not observed may have failed: if they decide, the step is undecided.",
		example: `at most 1% of the requests to service "web" have failed`,
		korean: Sentence{
			Pattern: `^` + koreanRequests + `(요청|조회) 가운데 (그 뒤로 )?(많아야|적어도) (\d+(?:\.\d+)?%|\d+)(?:개)?{이/가} 실패했다$`,
			Example: `서비스 "web"에 보낸 요청 가운데 많아야 1%가 실패했다`,
			Order:   []int{9, 10, 11, 3, 4, 6, 5, 7, 8, 2, 12, 0, 1},
		},
		which: func(words []string) monitored { return whichOf(words[2], words[3:12]) },
		since: 12,
		claim: func(_ *scenario.Scenario, words []string) (availability.Claim, string, error) {
			amount, err := availability.ParseAmount(words[1])
			expected := fmt.Sprintf("%s %s of the requests to have failed", words[0], words[1])
			if words[0] == "at most" {
				return availability.FailedAtMost(amount), expected, err
			}
			return availability.FailedAtLeast(amount), expected, err
		},
	}),
	looksBack(requestClaim{
		pattern: `^` + whoAnswers + ` (was never silent for more than|was silent for at least) ` + duration.Pattern + toWhom + `( since)?$`,
		meaning: "The longest time between two answers to the requests that go on, up to now. A response with an error is no answer. Time that was not observed may have been silent: if it decides, the step is undecided. " +
			"DNS is what lookups ask.",
		example: `service "web" was never silent for more than 2s`,
		korean: Sentence{
			Pattern: `^` + koreanAnswers + `{은/는/이/가} ` + koreanToWhom + `(그 뒤로 )?` + duration.Korean + `(?: 넘게| 이상) (응답 없이 지난 적이 없다|응답 없이 지난 적이 있다)$`,
			Example: `서비스 "web"은 2초 넘게 응답 없이 지난 적이 없다`,
			Order:   []int{0, 1, 3, 2, 4, 5, 8, 9, 10, 11, 7, 6},
		},
		which: func(words []string) monitored { return whoseAnswers(words[:6], words[8:11]) },
		since: 11,
		claim: func(s *scenario.Scenario, words []string) (availability.Claim, string, error) {
			d, err := durationOn(s, words[7])
			expected := strings.Replace(words[6], "was ", "it to have been ", 1) + " " + d.String()
			expected = strings.Replace(expected, "it to have been never silent", "it never to have been silent", 1)
			if words[6] == "was silent for at least" {
				return availability.SilentFor(d), expected, err
			}
			return availability.NeverSilent(d), expected, err
		},
	}),
	looksBack(requestClaim{
		pattern: `^every answer(?: of (?:"([a-z]+://[^"]+)"|pod "([^"]+)"|service "([^"]+)"(?: on (\S+))?))?` + toWhom +
			` came from (?:pod "([^"]+)"|the pods of deployment "([^"]+)"|the pods "([^"]+)")( since)?$`,
		meaning: "Every answer to the requests that go on came from these pods, up to now, and there was one. The pods must answer with their names. Pods of a deployment are all that it has made since the scenario began.",
		example: `every answer of service "web" came from the pods of deployment "web"`,
		korean: Sentence{
			Pattern: `^(?:(?:"([a-z]+://[^"]+)"|파드 "([^"]+)"|(?:(\S+)의 )?서비스 "([^"]+)")의 )?(?:` + koreanSender + `{이/가} 받은 )?응답은 (그 뒤로 )?모두 ` +
				`(?:파드 "([^"]+)"|디플로이먼트 "([^"]+)"의 파드|"([^"]+)"{이라고/라고} 부른 파드)에서 왔다$`,
			Example: `서비스 "web"의 응답은 모두 디플로이먼트 "web"의 파드에서 왔다`,
			Order:   []int{0, 1, 3, 2, 4, 5, 6, 10, 7, 8, 9},
		},
		which: func(words []string) monitored {
			return whichOf("request", slices.Concat(words[:4], []string{"", ""}, words[4:7]))
		},
		since: 10,
		check: func(in Line, words []string) error {
			if words[9] != "" {
				return in.given.needPods(words[9])
			}
			return nil
		},
		claim: func(s *scenario.Scenario, words []string) (availability.Claim, string, error) {
			origins, who, err := originsOf(s, words[7], words[8], words[9])
			return availability.CameFrom(origins), "every answer to come from " + who, err
		},
	}),
	holdFor,
	becomeWithin,
}

const mayLeaveOut = `Where only one kind of requests goes on, "no request has failed" is enough.`

// requestClaim is a sentence about background requests.
type requestClaim struct {
	pattern, meaning, example string
	korean                    Sentence
	since                     int // the index of the word since
	which                     func(words []string) monitored
	claim                     func(s *scenario.Scenario, words []string) (availability.Claim, string, error)
	check                     func(in Line, words []string) error
}

// looksBack makes the step that judges the results of requests up to now.
func looksBack(c requestClaim) Step {
	c.korean.Words = koreanMonitored
	return Step{
		Topic: "availability", Kinds: anExpectation, Pattern: c.pattern, Meaning: c.meaning, Example: c.example, Korean: c.korean,
		Func: grammar.StringsFunc(grammar.Groups(c.pattern), func(ctx context.Context, words []string) error {
			return c.judge(ctx, words)
		}),
		check: func(in Line, words []string) error {
			var errs []error
			if c.check != nil {
				errs = append(errs, c.check(in, words))
			}
			if _, _, err := c.claimed(in, words); err != nil {
				errs = append(errs, err)
			}
			return errors.Join(append(errs, needRequests(in, c.which(words)))...)
		},
	}
}

// claimed reads the claim, as far as that is possible without a scenario.
func (c requestClaim) claimed(_ Line, words []string) (availability.Claim, string, error) {
	if slices.Contains([]string{"at most", "at least"}, words[0]) {
		return c.claim(nil, words)
	}
	return nil, "", nil
}

func (c requestClaim) judge(ctx context.Context, words []string) error {
	s, err := scenario.From(ctx)
	if err != nil {
		return err
	}
	m, err := monitorOf(s, c.which(words))
	if err != nil {
		return verdict.Defectf("%w", err)
	}
	claim, expected, err := c.claim(s, words)
	if err != nil {
		return verdict.Defectf("%w", err)
	}
	from, when := m.Begun, "since they began"
	if words[c.since] != "" {
		when = "since the last action began"
		if s.Since().After(from) {
			from = s.Since()
		}
	}
	to := time.Now()
	if earliest := from.Add(availability.Shortest); to.Before(earliest) {
		to = earliest
	}
	window, err := m.Log.Await(ctx, from, to)
	s.TellOf(m)
	if err != nil {
		return verdict.Unseenf("%s: %w", m.Name, err)
	}
	return explained(s, m, claim(window), expected, when+" ("+clock.Tenths(from)+")")
}

// explained puts what was expected before what was seen, and adds the faults in effect.
func explained(s *scenario.Scenario, m *scenario.Monitor, err error, expected, when string) error {
	if err == nil {
		return nil
	}
	text := fmt.Sprintf("expected %s\n%8s: %s, %s\n%s", expected, "of", m.Name, when, err)
	for _, fault := range s.InEffect() {
		text += fmt.Sprintf("\n%8s: %s is in effect", "also", fault)
	}
	if verdict.Of(err) == verdict.Undecided {
		return verdict.Unseenf("%s", text)
	}
	return errors.New(text)
}

// originsOf returns the pods that a sentence means, among all that existed.
func originsOf(s *scenario.Scenario, pod, deployment, alias string) ([]availability.Origin, string, error) {
	switch {
	case pod != "":
		namespace, name := s.Object(pod)
		return origins(s, namespace, []string{name}), fmt.Sprintf("pod %q", pod), nil
	case alias != "":
		pods, err := podsCalled(s, alias)
		var names []string
		namespace := s.Namespace()
		for _, p := range pods {
			names, namespace = append(names, p.Name), p.Namespace
		}
		return origins(s, namespace, names), fmt.Sprintf("the pods %q", alias), err
	}
	namespace, name := s.Object(deployment)
	var names []string
	for _, p := range s.PodsEver(namespace) {
		if isMadeBy(p, name) {
			names = append(names, p.Name)
		}
	}
	if len(names) == 0 {
		return nil, "", fmt.Errorf("deployment %q has had no pods", deployment)
	}
	return origins(s, namespace, names), fmt.Sprintf("the pods of deployment %q", deployment), nil
}

// isMadeBy reports whether a pod belongs to a deployment. The deployment or its
// ReplicaSet may be gone: a ReplicaSet's name is that of its deployment and the hash of
// its template (k8s.io/kubernetes/pkg/controller/deployment, getNewReplicaSet).
func isMadeBy(p *corev1.Pod, deployment string) bool {
	owner := metav1.GetControllerOf(p)
	return owner != nil && owner.Kind == "ReplicaSet" &&
		owner.Name == deployment+"-"+p.Labels[appsv1.DefaultDeploymentUniqueLabelKey]
}

func origins(s *scenario.Scenario, namespace string, wanted []string) (all []availability.Origin) {
	for _, name := range wanted {
		all = append(all, availability.Origin{Name: name, Wanted: true})
	}
	for _, p := range s.PodsEver(namespace) {
		if !slices.Contains(wanted, p.Name) {
			all = append(all, availability.Origin{Name: p.Name})
		}
	}
	return all
}
