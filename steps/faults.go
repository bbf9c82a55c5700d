package steps

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/faults"
)

// Every fault has a sentence that injects it and one that mends it. Both act
// until what they say is seen to be so.
var faultSteps = []Step{
	injury(`^the kubelet on (\S+) is stopped$`,
		"Stop the kubelet of a node; its containers live on.",
		"the kubelet on worker-1 is stopped", kubeletStopped).inKorean(Sentence{Pattern: `^(\S+?)의 kubelet을 멈{춘다/추면}$`, Example: `worker-1의 kubelet을 멈춘다`}),
	mending(`^the kubelet on (\S+) is started again$`,
		"Start the kubelet that the scenario stopped.",
		"the kubelet on worker-1 is started again", kubeletStopped).inKorean(Sentence{Pattern: `^(\S+?)의 kubelet을 다시 시작{한다/하면}$`, Example: `worker-1의 kubelet을 다시 시작한다`}),

	injury(`^the container runtime on (\S+) is stopped$`,
		"Stop containerd on a node; its containers live on.",
		"the container runtime on worker-1 is stopped", runtimeStopped).inKorean(Sentence{Pattern: `^(\S+?)의 컨테이너 런타임을 멈{춘다/추면}$`, Example: `worker-1의 컨테이너 런타임을 멈춘다`}),
	injury(`^the container runtime on (\S+) is stopped together with its containers$`,
		"Stop containerd and every container on a node, as stopping Docker does.",
		"the container runtime on worker-1 is stopped together with its containers", runtimeStoppedWithContainers).inKorean(Sentence{Pattern: `^(\S+?)의 컨테이너 런타임을 컨테이너와 함께 멈{춘다/추면}$`, Example: `worker-1의 컨테이너 런타임을 컨테이너와 함께 멈춘다`}),
	mending(`^the container runtime on (\S+) is started again$`,
		"Start the container runtime that the scenario stopped.",
		"the container runtime on worker-1 is started again", runtimeStopped, runtimeStoppedWithContainers).inKorean(Sentence{Pattern: `^(\S+?)의 컨테이너 런타임을 다시 시작{한다/하면}$`, Example: `worker-1의 컨테이너 런타임을 다시 시작한다`}),

	injury(componentPattern+` is held down$`,
		"Stop a component of the control plane and keep it from coming back.",
		"the scheduler is held down", componentDown).inKorean(Sentence{Pattern: `^(?:(\S+)의 )?(API 서버|컨트롤러 매니저|스케줄러|etcd){을/를} 내려 {둔다/두면}$`, Example: `스케줄러를 내려 둔다`, Order: []int{1, 0}, Words: koreanComponents}),
	mending(componentPattern+` is brought back$`,
		"Let the component run again that the scenario held down.",
		"the scheduler is brought back", componentDown).inKorean(Sentence{Pattern: `^(?:(\S+)의 )?(API 서버|컨트롤러 매니저|스케줄러|etcd){을/를} 다시 올{린다/리면}$`, Example: `스케줄러를 다시 올린다`, Order: []int{1, 0}, Words: koreanComponents}),

	injury(`^node (\S+) is stopped$`,
		"Power a node off.",
		"node worker-1 is stopped", nodeStopped).inKorean(Sentence{Pattern: `^노드 (\S+?){을/를} {끈다/끄면}$`, Example: `노드 worker-1을 끈다`}),
	mending(`^node (\S+) is started again$`,
		"Power on the node that the scenario stopped.",
		"node worker-1 is started again", nodeStopped).inKorean(Sentence{Pattern: `^노드 (\S+?){을/를} 다시 {켠다/켜면}$`, Example: `노드 worker-1을 다시 켠다`}),

	injury(`^node (\S+) is cut off from (all nodes|the control plane)$`,
		"Drop all packets between a node and the other nodes, or the control plane only.",
		"node worker-1 is cut off from the control plane", cutOff(faults.Both)).inKorean(Sentence{Pattern: `^노드 (\S+?){을/를} (모든 노드|컨트롤 플레인)에서 끊{는다/으면}$`, Example: `노드 worker-1을 컨트롤 플레인에서 끊는다`, Words: koreanScopes}),
	injury(`^node (\S+) can no longer send to (all nodes|the control plane)$`,
		"Drop the packets that a node sends to the other nodes, or the control plane only.",
		"node worker-1 can no longer send to the control plane", cutOff(faults.Outbound)).inKorean(Sentence{Pattern: `^노드 (\S+?){이/가} (모든 노드|컨트롤 플레인)에 아무것도 보내지 못하게 {한다/하면}$`, Example: `노드 worker-1이 컨트롤 플레인에 아무것도 보내지 못하게 한다`, Words: koreanScopes}),
	injury(`^node (\S+) can no longer hear from (all nodes|the control plane)$`,
		"Drop the packets that a node receives from the other nodes, or the control plane only.",
		"node worker-1 can no longer hear from the control plane", cutOff(faults.Inbound)).inKorean(Sentence{Pattern: `^노드 (\S+?){이/가} (모든 노드|컨트롤 플레인)에서 아무것도 받지 못하게 {한다/하면}$`, Example: `노드 worker-1이 컨트롤 플레인에서 아무것도 받지 못하게 한다`, Words: koreanScopes}),
	mending(`^node (\S+) is reconnected$`,
		"Mend the connections of the node that the scenario cut.",
		"node worker-1 is reconnected", anyCut()...).inKorean(Sentence{Pattern: `^노드 (\S+?){을/를} 다시 {잇는다/이으면}$`, Example: `노드 worker-1을 다시 잇는다`}),
}

// What faults are said of, in Korean.
var (
	koreanComponents = map[string]string{
		"API 서버": "API server", "컨트롤러 매니저": "controller manager", "스케줄러": "scheduler",
	}
	koreanScopes = map[string]string{"모든 노드": "all nodes", "컨트롤 플레인": "the control plane"}
)

// makeFault makes the fault that the words of a sentence mean.
type makeFault func(c cluster.Cluster, words []string) (faults.Fault, error)

// faultTime bounds a fault's sentence, whatever hangs under it.
const faultTime = 5 * time.Minute

func injury(pattern, meaning, example string, make makeFault) Step {
	return faultStep(pattern, meaning, example, func(ctx context.Context, s *scenario, words []string) error {
		f, err := make(s.cluster, words)
		if err != nil {
			return err
		}
		_, err = s.faults.Inject(ctx, f)
		return err
	})
}

// mending heals those of the faults that are injected; none is an error that
// the engine words.
func mending(pattern, meaning, example string, makes ...makeFault) Step {
	return faultStep(pattern, meaning, example, func(ctx context.Context, s *scenario, words []string) error {
		candidates, err := s.candidates(makes, words)
		if err != nil {
			return err
		}
		var errs []error
		for _, f := range candidates {
			_, err := s.faults.Heal(ctx, f)
			errs = append(errs, err)
		}
		return errors.Join(errs...)
	})
}

// candidates are the faults that are injected, or the first when none is.
func (s *scenario) candidates(makes []makeFault, words []string) ([]faults.Fault, error) {
	var all, injected []faults.Fault
	for _, make := range makes {
		f, err := make(s.cluster, words)
		if err != nil {
			return nil, err
		}
		all = append(all, f)
		if s.injected(f) {
			injected = append(injected, f)
		}
	}
	if len(injected) > 0 {
		return injected, nil
	}
	return all[:1], nil
}

func (s *scenario) injected(f faults.Fault) bool {
	return slices.ContainsFunc(s.faults.Active(), func(r faults.Receipt) bool { return r.Name == f.String() })
}

func faultStep(pattern, meaning, example string, run func(context.Context, *scenario, []string) error) Step {
	return Step{
		Topic: "faults", Kinds: anAction, Pattern: pattern, Meaning: meaning, Example: example, Disruptive: true,
		Func: stringsFunc(groups(pattern), func(ctx context.Context, words []string) error {
			s, err := scenarioFrom(ctx)
			if err != nil {
				return err
			}
			if s.isolation == Shared {
				return errors.New("this sentence injures the cluster, which other scenarios share: tag the scenario @disruptive or @own-cluster")
			}
			defer s.acted()
			ctx, cancel := context.WithTimeout(ctx, faultTime)
			defer cancel()
			return run(ctx, s, words)
		}),
	}
}

func kubeletStopped(_ cluster.Cluster, words []string) (faults.Fault, error) {
	return faults.KubeletStopped(words[0]), nil
}

func runtimeStopped(_ cluster.Cluster, words []string) (faults.Fault, error) {
	return faults.RuntimeStopped(words[0]), nil
}

func runtimeStoppedWithContainers(_ cluster.Cluster, words []string) (faults.Fault, error) {
	return faults.RuntimeStoppedWithContainers(words[0]), nil
}

func nodeStopped(_ cluster.Cluster, words []string) (faults.Fault, error) {
	return faults.NodeStopped(words[0]), nil
}

// componentPattern names a component in people's words, and its node where
// there are several.
const componentPattern = `^the (API server|controller manager|scheduler|etcd)(?: on (\S+))?`

var componentNames = map[string]string{
	"API server": "kube-apiserver", "controller manager": "kube-controller-manager",
	"scheduler": "kube-scheduler", "etcd": "etcd",
}

func componentDown(c cluster.Cluster, words []string) (faults.Fault, error) {
	node := words[1]
	if node == "" {
		node = c.Nodes()[0].Name()
	}
	return faults.ComponentDown(node, componentNames[words[0]]), nil
}

func cutOff(d faults.Direction) makeFault {
	return func(_ cluster.Cluster, words []string) (faults.Fault, error) {
		scope := faults.AllNodes
		if words[1] == "the control plane" {
			scope = faults.ControlPlaneOnly
		}
		return faults.NodeCutOff(words[0], d, scope), nil
	}
}

// anyCut are all the cuts a node can have, for the sentence that mends them.
func anyCut() []makeFault {
	var all []makeFault
	for _, d := range []faults.Direction{faults.Both, faults.Outbound, faults.Inbound} {
		for _, scope := range []string{"all nodes", "the control plane"} {
			all = append(all, func(c cluster.Cluster, words []string) (faults.Fault, error) {
				return cutOff(d)(c, []string{words[0], scope})
			})
		}
	}
	return all
}
