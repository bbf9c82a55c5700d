package steps

import (
	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/faults"
)

// policiesFrozen is a fault of a part that runs on every node.
var policiesFrozen = ofPart(cluster.NetworkPolicies, faults.PoliciesFrozen)

// partFaultSteps stop the programs of parts, and start them again.
var partFaultSteps = func() (all []Step) {
	for _, p := range stoppable {
		all = append(all, p.stopped(), p.started())
	}
	return all
}()

// stoppable are the parts with one program, which a deployment runs on the first
// control-plane node.
var stoppable = []stoppablePart{
	{"metrics-server", "metrics-server", "metrics-server", "nothing tells what pods and nodes use", ofPart(cluster.Metrics, faults.MetricsStopped)},
	{"the volume provisioner", "볼륨 프로비저너", "the volume provisioner", "claims get no volumes", ofPart(cluster.Storage, faults.ProvisionerStopped)},
	{
		"the ingress controller", "인그레스 컨트롤러", "traefik", "nothing serves Ingress objects or Gateways",
		ofPart(cluster.Ingress, faults.IngressControllerStopped, cluster.Gateway),
	},
	{
		"the load balancer controller", "로드 밸런서 컨트롤러", "MetalLB's controller",
		"Services of type LoadBalancer get no address; nodes still answer for those that have one",
		ofPart(cluster.LoadBalancers, faults.LoadBalancersStopped),
	},
	{"the webhook server", "웹훅 서버", "the webhook server", "no webhook of its Service answers", ofPart(cluster.Webhooks, faults.WebhooksStopped)},
	{
		"the JobSet operator", "잡셋 오퍼레이터", "the JobSet operator", "nothing acts on JobSet objects, and its webhooks refuse them",
		ofPart(cluster.JobSets, faults.JobSetsStopped),
	},
}

// stoppablePart is a program of a part: its names in sentences and in prose, and what
// follows while it is stopped.
type stoppablePart struct {
	english, korean, named, without string
	fault                           makeFault
}

func (p stoppablePart) stopped() Step {
	return injects("^"+p.english+" is stopped$",
		"Scale the deployment of "+p.named+" to 0, so that "+p.without+".",
		p.english+" is stopped", p.fault).inKorean(Sentence{
		Pattern: "^" + p.korean + "를 멈{춘다/추고/추면}$", Example: p.korean + "를 멈춘다",
	})
}

func (p stoppablePart) started() Step {
	return reverts("^"+p.english+" is started again$",
		"Start "+p.english+", which the scenario stopped.",
		p.english+" is started again", p.fault).inKorean(Sentence{
		Pattern: "^" + p.korean + "를 다시 시작{한다/하고/하면}$", Example: p.korean + "를 다시 시작한다",
	})
}
