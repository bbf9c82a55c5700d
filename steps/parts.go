package steps

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/steps/internal/grammar"
	"github.com/gherkube/gherkube/steps/internal/scenario"
	"github.com/gherkube/gherkube/steps/spelling"
)

// The sentences with the names of parts, and what is taken for a sentence with a name
// that no part has.
const (
	partName     = `(?:network policies|metrics|storage|helm|ingress|gateway|load balancers|webhooks|job sets|Kubernetes \d+\.\d+ packages)`
	partsPattern = `^the cluster has (` + partName + `(?:(?:, and |, | and )` + partName + `)*)$`
	anyParts     = `^the cluster has ([A-Za-z](?:[A-Za-z, -]|\d+\.\d+)*)$`

	koreanPart     = `(?:네트워크 정책|메트릭|스토리지|helm|인그레스|게이트웨이|로드 밸런서|웹훅|잡셋|쿠버네티스 \d+\.\d+ 패키지)`
	koreanParts    = `^클러스터에 (` + koreanPart + `(?:(?:, |와 |과 )` + koreanPart + `)*){이/가} 있다$`
	noAgentPattern = `^the cluster has no network agent$`
	koreanNoAgent  = `^클러스터에 네트워크 에이전트가 없다$`
	anyKoreanParts = `^클러스터에 ((?:[^"\d]|\d+\.\d+)+?)(?:이|가) 있다$`
)

// koreanPartNames maps the Korean names of parts to the parts.
var koreanPartNames = func() map[string]cluster.Part {
	names := map[string]cluster.Part{
		"네트워크 정책": cluster.NetworkPolicies,
		"메트릭":     cluster.Metrics,
		"스토리지":    cluster.Storage,
		"helm":    cluster.Helm,
		"인그레스":    cluster.Ingress,
		"게이트웨이":   cluster.Gateway,
		"로드 밸런서":  cluster.LoadBalancers,
		"웹훅":      cluster.Webhooks,
		"잡셋":      cluster.JobSets,
	}
	for _, v := range cluster.Versions {
		names["쿠버네티스 "+v.String()+" 패키지"] = cluster.PackagesOf(v)
	}
	return names
}()

// partSteps ask for the parts of a cluster that it does not have by itself.
var partSteps = []Step{
	{
		Topic:   "cluster",
		Kinds:   aPreparation,
		Pattern: partsPattern,
		Meaning: "Parts that the scenario's cluster has beside Kubernetes itself: " + partMeanings + ". Each is ready before the scenario begins.",
		Example: "the cluster has network policies, metrics and storage",
		Korean: Sentence{
			Pattern:   koreanParts,
			Example:   "클러스터에 네트워크 정책, 메트릭과 스토리지가 있다",
			Translate: func(_ int, words string) string { return englishParts(words) },
		},
		Func: haveParts,
	},
	{
		Topic:   "cluster",
		Kinds:   aPreparation,
		Pattern: noAgentPattern,
		Meaning: "The scenario's cluster is set up but for its network: nodes are NotReady, and no pod gets an address, until the scenario installs " +
			"a network agent. It needs a cluster of its own (@own-cluster).",
		Example: "the cluster has no network agent",
		Korean: Sentence{
			Pattern: koreanNoAgent,
			Example: "클러스터에 네트워크 에이전트가 없다",
		},
		Func: func(ctx context.Context) error { return haveParts(ctx, cluster.NoAgent.Words()) },
		check: func(in Line, _ []string) error {
			if in.Isolation != cluster.OwnCluster {
				return errors.New("what installs an agent changes the whole cluster: tag the scenario @own-cluster")
			}
			return nil
		},
	},
}

const (
	simulatedPattern = `^(\d+) simulated nodes?$`
	koreanSimulated  = `^시뮬레이션한 노드 (\d+)대가 있다$`
)

// simulatedSteps ask for nodes that exist in the API alone.
var simulatedSteps = []Step{
	{
		Topic:   "cluster",
		Kinds:   aPreparation,
		Pattern: simulatedPattern,
		Meaning: "Nodes simulated-1, simulated-2 and so on, with the label type=kwok, beside the real ones. The scheduler and the controllers take them " +
			"for real. Nothing runs on them: their pods, which have to tolerate the taint kwok.x-k8s.io/node, are reported Running, and have no " +
			"containers, logs or network. A node whose label type is removed falls silent, and is Unknown after the grace period. The timings are upstream " +
			"then, unless the scenario asks for fast ones, with up to 100 such nodes.",
		Example: "1000 simulated nodes",
		Korean: Sentence{
			Pattern: koreanSimulated,
			Example: "시뮬레이션한 노드 1000대가 있다",
		},
		Func: haveSimulated,
	},
}

// simulatedOf returns the number of simulated nodes that a sentence asks for; 0 for none.
func simulatedOf(sentence string) (int, error) {
	for _, pattern := range []string{simulatedPattern, koreanSimulated} {
		if found := grammar.Regexp(pattern).FindStringSubmatch(sentence); found != nil {
			return simulatedNumber(found[1])
		}
	}
	return 0, nil
}

func simulatedNumber(word string) (int, error) {
	number, err := strconv.Atoi(word)
	if err != nil || number < 1 || number > cluster.MaxSimulated {
		return 0, fmt.Errorf("topology: %s simulated nodes: ask for 1 to %d", word, cluster.MaxSimulated)
	}
	return number, nil
}

func simulatedSentence(number int, in Language) string {
	switch {
	case in == Korean:
		return fmt.Sprintf("시뮬레이션한 노드 %d대가 있다", number)
	case number == 1:
		return "1 simulated node"
	}
	return fmt.Sprintf("%d simulated nodes", number)
}

// haveSimulated verifies that the scenario's cluster has the simulated nodes.
func haveSimulated(ctx context.Context, word string) error {
	s, err := scenario.From(ctx)
	if err != nil {
		return err
	}
	wanted, err := simulatedNumber(word)
	if err != nil {
		return err
	}
	if has := s.Cluster().Topology(); has.Simulated < wanted {
		return verdict.Unseenf("cluster %s has %s, and the scenario needs %d simulated nodes", s.Cluster().Name(), has, wanted)
	}
	return nil
}

const partMeanings = "network policies (NetworkPolicy objects are enforced), metrics (metrics-server, for kubectl top and autoscalers), " +
	"storage (a default StorageClass that provisions volumes), " +
	"helm (the program on control-plane nodes, with charts at oci://registry:5000/charts), " +
	"ingress (traefik serves Ingress objects of the classes traefik and nginx), gateway (the Gateway API, and traefik as its GatewayClass), " +
	"load balancers (MetalLB gives Services of type LoadBalancer an address of the cluster's network, which a Linux machine with the container engine reaches), " +
	"webhooks (the server for admission webhooks of Kubernetes' end-to-end tests at Service webhook of namespace webhook; it needs configurations, " +
	"with ca.crt of Secret webhook-tls as caBundle), job sets (the operator of JobSet objects), " +
	"Kubernetes 1.36 packages (for apt-get on nodes, with the images that kubeadm upgrades to)"

// PartsNamed returns the parts with the given names, in the words of sentences or with
// hyphens. The error says which part was probably meant.
func PartsNamed(names []string) (cluster.Parts, error) {
	var parts []cluster.Part
	for _, name := range names {
		parts = append(parts, cluster.Part(strings.ReplaceAll(strings.ToLower(strings.TrimSpace(name)), " ", "-")))
	}
	if slices.Contains(parts, cluster.SimulatedNodes) {
		return cluster.Parts{}, errors.New("simulated nodes are asked for by their number, in a line of their own: And 100 simulated nodes")
	}
	found, err := cluster.PartsOf(parts...)
	var unknown *cluster.UnknownPartError
	if errors.As(err, &unknown) {
		var all []string
		for _, part := range cluster.AllParts {
			all = append(all, string(part))
		}
		unknown.Name = strings.ReplaceAll(unknown.Name, "-", " ")
		unknown.Like = cluster.Part(spelling.Nearest(strings.ToLower(unknown.Name), all))
	}
	return found, err
}

// partsIn returns the parts that a list of English names mentions.
func partsIn(list string) (cluster.Parts, error) {
	return PartsNamed(strings.Split(strings.NewReplacer(", and ", ",", " and ", ",").Replace(list), ","))
}

// englishParts translates a list of Korean names, in the order of cluster.AllParts. Unknown
// names stay as they are, for the error message.
func englishParts(list string) string {
	for _, and := range []string{"와 ", "과 "} {
		list = strings.ReplaceAll(list, and, ", ")
	}
	var names []string
	for name := range strings.SplitSeq(list, ",") {
		name = strings.TrimSpace(name)
		if part, known := koreanPartNames[name]; known {
			name = part.Words()
		}
		names = append(names, name)
	}
	if known, err := PartsNamed(names); err == nil {
		return known.String()
	}
	return strings.Join(names, ", ")
}

// partsOf returns the parts that a sentence asks for, and whether it asks for some.
func partsOf(sentence string) (cluster.Parts, bool, error) {
	list := ""
	if grammar.Regexp(koreanNoAgent).MatchString(sentence) {
		list = cluster.NoAgent.Words()
	} else if found := grammar.Regexp(anyParts).FindStringSubmatch(sentence); found != nil {
		list = found[1]
	} else if found := grammar.Regexp(anyKoreanParts).FindStringSubmatch(sentence); found != nil {
		list = englishParts(found[1])
	} else {
		return cluster.Parts{}, false, nil
	}
	parts, err := partsIn(list)
	return parts, true, err
}

// partsSentence returns the sentence that asks for parts, in a language.
func partsSentence(parts cluster.Parts, in Language) string {
	if in != Korean {
		return "the cluster has " + parts.String()
	}
	var names []string
	for _, part := range parts.List() {
		for korean, named := range koreanPartNames {
			if named == part {
				names = append(names, korean)
			}
		}
	}
	list := strings.Join(names, ", ")
	subject := "가"
	if endsInConsonant(list) {
		subject = "이"
	}
	return fmt.Sprintf("클러스터에 %s%s 있다", list, subject)
}

func noAgentSentence(in Language) string {
	if in == Korean {
		return "클러스터에 네트워크 에이전트가 없다"
	}
	return "the cluster has no network agent"
}

// endsInConsonant reports whether the last Hangul syllable of a text has a final
// consonant. Syllables stand in Unicode by their 28 finals, of which the first is none.
func endsInConsonant(text string) bool {
	const first, finals = '가', 28
	letters := []rune(text)
	return (letters[len(letters)-1]-first)%finals != 0
}

// haveParts verifies that the scenario's cluster has the parts of the sentence. The plan
// chose the cluster by the same sentence.
func haveParts(ctx context.Context, list string) error {
	s, err := scenario.From(ctx)
	if err != nil {
		return err
	}
	wanted, err := partsIn(list)
	if err != nil {
		return err
	}
	if has := s.Cluster().Topology(); !has.Parts.Covers(wanted) {
		return verdict.Unseenf("cluster %s has %s, and the scenario needs %s", s.Cluster().Name(), has, wanted)
	}
	return nil
}
