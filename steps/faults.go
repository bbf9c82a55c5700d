package steps

import (
	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/faults"
)

// Every fault has a sentence that injects it and one that reverts it. Both wait until
// gherkube has verified their effect.
var faultSteps = []Step{
	injects(`^the kubelet on (\S+) is stopped$`,
		"Stop the kubelet of a node; its containers live on.",
		"the kubelet on worker-1 is stopped", kubeletStopped).inKorean(Sentence{
		Pattern: `^(\S+?)의 kubelet을 멈{춘다/추고/추면}$`, Example: `worker-1의 kubelet을 멈춘다`,
	}),
	reverts(`^the kubelet on (\S+) is started again$`,
		"Start the kubelet that the scenario stopped.",
		"the kubelet on worker-1 is started again", kubeletStopped).inKorean(Sentence{
		Pattern: `^(\S+?)의 kubelet을 다시 시작{한다/하고/하면}$`, Example: `worker-1의 kubelet을 다시 시작한다`,
	}),

	injects(`^the container runtime on (\S+) is stopped$`,
		"Stop containerd on a node; its containers live on.",
		"the container runtime on worker-1 is stopped", runtimeStopped).inKorean(Sentence{
		Pattern: `^(\S+?)의 컨테이너 런타임을 멈{춘다/추고/추면}$`, Example: `worker-1의 컨테이너 런타임을 멈춘다`,
	}),
	injects(`^the container runtime on (\S+) is stopped together with its containers$`,
		"Stop containerd and every container on a node, as stopping Docker does.",
		"the container runtime on worker-1 is stopped together with its containers", runtimeStoppedWithContainers).inKorean(Sentence{
		Pattern: `^(\S+?)의 컨테이너 런타임을 컨테이너와 함께 멈{춘다/추고/추면}$`, Example: `worker-1의 컨테이너 런타임을 컨테이너와 함께 멈춘다`,
	}),
	reverts(`^the container runtime on (\S+) is started again$`,
		"Start the container runtime that the scenario stopped.",
		"the container runtime on worker-1 is started again", runtimeStopped, runtimeStoppedWithContainers).inKorean(Sentence{
		Pattern: `^(\S+?)의 컨테이너 런타임을 다시 시작{한다/하고/하면}$`, Example: `worker-1의 컨테이너 런타임을 다시 시작한다`,
	}),

	injects(componentPattern+` is held down$`,
		"Stop a component of the control plane and keep it from coming back.",
		"the scheduler is held down", componentDown).inKorean(Sentence{
		Pattern: `^(?:(\S+)의 )?(API 서버|컨트롤러 매니저|스케줄러|etcd){을/를} 내려 {둔다/두고/두면}$`, Example: `스케줄러를 내려 둔다`,
		Order: []int{1, 0}, Words: koreanComponents,
	}),
	reverts(componentPattern+` is brought back$`,
		"Let the component that the scenario held down run again.",
		"the scheduler is brought back", componentDown).inKorean(Sentence{
		Pattern: `^(?:(\S+)의 )?(API 서버|컨트롤러 매니저|스케줄러|etcd){을/를} 다시 올{린다/리고/리면}$`, Example: `스케줄러를 다시 올린다`,
		Order: []int{1, 0}, Words: koreanComponents,
	}),

	injects(`^node (\S+) is stopped$`,
		"Power a node off.",
		"node worker-1 is stopped", nodeStopped).inKorean(Sentence{
		Pattern: `^노드 (\S+?){을/를} {끈다/끄고/끄면}$`, Example: `노드 worker-1을 끈다`,
	}),
	reverts(`^node (\S+) is started again$`,
		"Power on the node that the scenario stopped.",
		"node worker-1 is started again", nodeStopped).inKorean(Sentence{
		Pattern: `^노드 (\S+?){을/를} 다시 {켠다/켜고/켜면}$`, Example: `노드 worker-1을 다시 켠다`,
	}),

	injects(`^node (\S+) is frozen$`,
		"Freeze every process of a node.",
		"node worker-1 is frozen", nodeFrozen).inKorean(Sentence{
		Pattern: `^노드 (\S+?){을/를} 얼{린다/리고/리면}$`, Example: `노드 worker-1을 얼린다`,
	}),
	reverts(`^node (\S+) is thawed$`,
		"Resume the processes of the node that the scenario froze.",
		"node worker-1 is thawed", nodeFrozen).inKorean(Sentence{
		Pattern: `^노드 (\S+?){을/를} 다시 녹{인다/이고/이면}$`, Example: `노드 worker-1을 다시 녹인다`,
	}),

	injects(`^kube-proxy on (\S+) is frozen$`,
		"Freeze the process of a kube-proxy; its rules stay.",
		"kube-proxy on worker-1 is frozen", proxyFrozen).inKorean(Sentence{
		Pattern: `^(\S+?)의 kube-proxy를 얼{린다/리고/리면}$`, Example: `worker-1의 kube-proxy를 얼린다`,
	}),
	reverts(`^kube-proxy on (\S+) is thawed$`,
		"Resume the kube-proxy that the scenario froze.",
		"kube-proxy on worker-1 is thawed", proxyFrozen).inKorean(Sentence{
		Pattern: `^(\S+?)의 kube-proxy를 다시 녹{인다/이고/이면}$`, Example: `worker-1의 kube-proxy를 다시 녹인다`,
	}),

	injects(`^the network policy controller on (\S+) is frozen$`,
		"Freeze the process that enforces network policies on a node; the policies that it knows stay in force.",
		"the network policy controller on worker-1 is frozen", policiesFrozen).inKorean(Sentence{
		Pattern: `^(\S+?)의 네트워크 정책 컨트롤러를 얼{린다/리고/리면}$`, Example: `worker-1의 네트워크 정책 컨트롤러를 얼린다`,
	}),
	reverts(`^the network policy controller on (\S+) is thawed$`,
		"Resume the network policy controller that the scenario froze.",
		"the network policy controller on worker-1 is thawed", policiesFrozen).inKorean(Sentence{
		Pattern: `^(\S+?)의 네트워크 정책 컨트롤러를 다시 녹{인다/이고/이면}$`, Example: `worker-1의 네트워크 정책 컨트롤러를 다시 녹인다`,
	}),

	injects(`^the CNI configuration on (\S+) is removed$`,
		"Empty /etc/cni/net.d on a node, so that its runtime cannot set up the network of new pods.",
		"the CNI configuration on worker-1 is removed", networkUnconfigured).inKorean(Sentence{
		Pattern: `^(\S+?)의 CNI 설정을 지{운다/우고/우면}$`, Example: `worker-1의 CNI 설정을 지운다`,
	}),
	reverts(`^the CNI configuration on (\S+) is restored$`,
		"Restore the CNI configuration that the scenario removed.",
		"the CNI configuration on worker-1 is restored", networkUnconfigured).inKorean(Sentence{
		Pattern: `^(\S+?)의 CNI 설정을 되돌{린다/리고/리면}$`, Example: `worker-1의 CNI 설정을 되돌린다`,
	}),

	injects(`^node (\S+) is cut off from (all nodes|the control plane)$`,
		"Drop all packets between a node and the other nodes, or only the control plane.",
		"node worker-1 is cut off from the control plane", cutOff(faults.Both)).inKorean(Sentence{
		Pattern: `^노드 (\S+?){을/를} (모든 노드|컨트롤 플레인)에서 끊{는다/고/으면}$`, Example: `노드 worker-1을 컨트롤 플레인에서 끊는다`,
		Words: koreanScopes,
	}),
	injects(`^node (\S+) can no longer send to (all nodes|the control plane)$`,
		"Drop the packets that a node sends to the other nodes, or only to the control plane.",
		"node worker-1 can no longer send to the control plane", cutOff(faults.Outbound)).inKorean(Sentence{
		Pattern: `^노드 (\S+?){이/가} (모든 노드|컨트롤 플레인)에 아무것도 보내지 못하게 {한다/하고/하면}$`, Example: `노드 worker-1이 컨트롤 플레인에 아무것도 보내지 못하게 한다`,
		Words: koreanScopes,
	}),
	injects(`^node (\S+) can no longer hear from (all nodes|the control plane)$`,
		"Drop the packets that a node receives from the other nodes, or only from the control plane.",
		"node worker-1 can no longer hear from the control plane", cutOff(faults.Inbound)).inKorean(Sentence{
		Pattern: `^노드 (\S+?){이/가} (모든 노드|컨트롤 플레인)에서 아무것도 받지 못하게 {한다/하고/하면}$`, Example: `노드 worker-1이 컨트롤 플레인에서 아무것도 받지 못하게 한다`,
		Words: koreanScopes,
	}),
	reverts(`^node (\S+) is reconnected$`,
		"Restore the connections of the node that the scenario cut.",
		"node worker-1 is reconnected", anyCut()...).inKorean(Sentence{
		Pattern: `^노드 (\S+?){을/를} 다시 {잇는다/잇고/이으면}$`, Example: `노드 worker-1을 다시 잇는다`,
	}),
}

// Korean words for the targets of faults.
var (
	koreanComponents = map[string]string{
		"API 서버": "API server", "컨트롤러 매니저": "controller manager", "스케줄러": "scheduler",
	}
	koreanScopes = map[string]string{"모든 노드": "all nodes", "컨트롤 플레인": "the control plane"}
)

// Faults of a whole node.
var (
	kubeletStopped               = ofNode(faults.KubeletStopped)
	runtimeStopped               = ofNode(faults.RuntimeStopped)
	runtimeStoppedWithContainers = ofNode(faults.RuntimeStoppedWithContainers)
	nodeStopped                  = ofNode(faults.NodeStopped)
	nodeFrozen                   = ofNode(faults.NodeFrozen)
	proxyFrozen                  = ofNode(faults.ProxyFrozen)
	networkUnconfigured          = ofNode(faults.NetworkUnconfigured)
)

// componentPattern matches a component, with its node if there are several.
const componentPattern = `^the (API server|controller manager|scheduler|etcd)(?: on (\S+))?`

var (
	componentDown = ofComponent(faults.ComponentDown)
	manifestWrong = ofComponent(faults.ManifestWrong)
)

func cutOff(d faults.Direction) makeFault {
	return func(_ cluster.Cluster, words []string) (faults.Fault, error) {
		scope := faults.AllNodes
		if words[1] == "the control plane" {
			scope = faults.ControlPlaneOnly
		}
		return faults.NodeCutOff(words[0], d, scope), nil
	}
}

// anyCut returns all network partitions of a node, for the sentence that reverts them.
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
