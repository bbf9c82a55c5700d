package steps

import (
	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/faults"
)

// mistakeSteps are actions of administrators, by mistake or on purpose. They are faults:
// the end of the scenario always reverts them.
var mistakeSteps = []Step{
	injects(manifestPattern+` gets a wrong flag$`,
		"Write an unknown flag into a component's manifest, so that the kubelet restarts the component in vain.",
		"the manifest of the scheduler gets a wrong flag", manifestWrong).inKorean(Sentence{
		Pattern: koreanManifest + `에 잘못된 플래그를 넣{는다/고/으면}$`, Example: `스케줄러의 매니페스트에 잘못된 플래그를 넣는다`,
		Order: []int{1, 0}, Words: koreanComponents,
	}),
	reverts(manifestPattern+` is put right$`,
		"Remove from the manifest what the scenario wrote into it.",
		"the manifest of the scheduler is put right", manifestWrong).inKorean(Sentence{
		Pattern: koreanManifest + `를 바로잡{는다/고/으면}$`, Example: `스케줄러의 매니페스트를 바로잡는다`,
		Order: []int{1, 0}, Words: koreanComponents,
	}),

	injects(`^the kubelet's configuration on (\S+) gets a wrong line$`,
		"Write an invalid line into the kubelet's configuration and restart the kubelet, so that systemd starts it in vain.",
		"the kubelet's configuration on worker-1 gets a wrong line", kubeletConfigWrong).inKorean(Sentence{
		Pattern: `^(\S+?)의 kubelet 설정에 잘못된 줄을 넣{는다/고/으면}$`, Example: `worker-1의 kubelet 설정에 잘못된 줄을 넣는다`,
	}),
	reverts(`^the kubelet's configuration on (\S+) is put right$`,
		"Remove the line that the scenario wrote, and restart the kubelet.",
		"the kubelet's configuration on worker-1 is put right", kubeletConfigWrong).inKorean(Sentence{
		Pattern: `^(\S+?)의 kubelet 설정을 바로잡{는다/고/으면}$`, Example: `worker-1의 kubelet 설정을 바로잡는다`,
	}),

	injects(`^the Corefile gets a wrong line$`,
		"Misspell a plugin in the configuration of CoreDNS and replace its pods, so that the new ones cannot start.",
		"the Corefile gets a wrong line", corefileWrong).inKorean(Sentence{
		Pattern: `^Corefile에 잘못된 줄을 넣{는다/고/으면}$`, Example: `Corefile에 잘못된 줄을 넣는다`,
	}),
	reverts(`^the Corefile is put right$`,
		"Restore the Corefile and replace the pods of CoreDNS.",
		"the Corefile is put right", corefileWrong).inKorean(Sentence{
		Pattern: `^Corefile을 바로잡{는다/고/으면}$`, Example: `Corefile을 바로잡는다`,
	}),

	injects(`^node (\S+) is cordoned$`,
		"Mark a node unschedulable, as kubectl cordon does.",
		"node worker-1 is cordoned", nodeCordoned).inKorean(Sentence{
		Pattern: `^노드 (\S+?){을/를} cordon{한다/하고/하면}$`, Example: `노드 worker-1을 cordon한다`,
	}),
	injects(`^node (\S+) is drained$`,
		"Mark a node unschedulable and evict its pods, as kubectl drain does.",
		"node worker-1 is drained", nodeDrained).inKorean(Sentence{
		Pattern: `^노드 (\S+?){을/를} drain{한다/하고/하면}$`, Example: `노드 worker-1을 drain한다`,
	}),
	reverts(`^node (\S+) is uncordoned$`,
		"Mark the node that the scenario cordoned or drained schedulable again.",
		"node worker-1 is uncordoned", nodeCordoned, nodeDrained).inKorean(Sentence{
		Pattern: `^노드 (\S+?){을/를} uncordon{한다/하고/하면}$`, Example: `노드 worker-1을 uncordon한다`,
	}),

	injects(`^node (\S+) is tainted with "([^"]+)"$`,
		"Add a taint (key=value:effect) to a node, as kubectl taint does.",
		`node worker-1 is tainted with "disk=slow:NoSchedule"`, nodeTainted).inKorean(Sentence{
		Pattern: `^노드 (\S+?)에 테인트 "([^"]+)"{을/를} 붙{인다/이고/이면}$`, Example: `노드 worker-1에 테인트 "disk=slow:NoSchedule"를 붙인다`,
	}),
	reverts(`^node (\S+) is freed of the taint "([^"]+)"$`,
		"Remove the taint that the scenario added to the node.",
		`node worker-1 is freed of the taint "disk=slow:NoSchedule"`, nodeTainted).inKorean(Sentence{
		Pattern: `^노드 (\S+?)에서 테인트 "([^"]+)"{을/를} {뗀다/떼고/떼면}$`, Example: `노드 worker-1에서 테인트 "disk=slow:NoSchedule"를 뗀다`,
	}),
}

const (
	manifestPattern = `^the manifest of the (API server|controller manager|scheduler|etcd)(?: on (\S+))?`
	koreanManifest  = `^(?:(\S+)에서 )?(API 서버|컨트롤러 매니저|스케줄러|etcd)의 매니페스트`
)

var (
	kubeletConfigWrong = ofNode(faults.KubeletConfigWrong)
	nodeCordoned       = ofNode(faults.NodeCordoned)
	nodeDrained        = ofNode(faults.NodeDrained)
)

func corefileWrong(c cluster.Cluster, _ []string) (faults.Fault, error) {
	return faults.CorefileWrong(c.Nodes()[0].Name()), nil
}

func nodeTainted(_ cluster.Cluster, words []string) (faults.Fault, error) {
	return faults.NodeTainted(words[0], words[1]), nil
}
