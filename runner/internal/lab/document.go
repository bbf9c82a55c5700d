package lab

import (
	"regexp"

	"github.com/gherkube/gherkube/fixtures/cluster"
)

// The first two keys of every lab.yaml in the supported format.
const (
	APIVersion = "gherkube.dev/v1"
	Kind       = "Lab"
)

// Document is lab.yaml. Words may hold ${name}, which stands for a variable.
type Document struct {
	// The version of the format.
	APIVersion string `yaml:"apiVersion" jsonschema:"enum=gherkube.dev/v1"`
	// What the document is.
	Kind string `yaml:"kind" jsonschema:"enum=Lab"`
	// The name of the lab, and of its folder: lower-case letters, digits and hyphens.
	ID string `yaml:"id" jsonschema:"pattern=^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"`
	// The name of the lab for people; also the first heading of task.md.
	Title string `yaml:"title" jsonschema:"minLength=1"`
	// The domain of the CKA curriculum.
	Domain string `yaml:"domain"`
	// What of the domain is practised, in the curriculum's words.
	Competencies []string `yaml:"competencies" jsonschema:"minItems=1"`
	// How hard it is.
	Level string `yaml:"level" jsonschema:"enum=easy,enum=medium,enum=hard"`
	// How long a student should need, in minutes.
	Minutes int `yaml:"minutes" jsonschema:"minimum=1,maximum=120"`
	// How many of a hundred points a student needs to pass.
	PassMark int `yaml:"passMark" jsonschema:"minimum=1,maximum=100"`
	// The cluster that the lab runs on.
	Topology Topology `yaml:"topology"`
	// The namespace of setup, checks and the student's kubectl; default if it is left out.
	Namespace string `yaml:"namespace,omitempty"`
	// How long the script of a submission may run, in seconds; 120 if it is left out.
	SolveSeconds int `yaml:"solveSeconds,omitempty" jsonschema:"minimum=1,maximum=1800"`
	// Images for pods beside those of the registry: lab start, verify and grade take them from the local container engine.
	Images []string `yaml:"images,omitempty"`
	// What differs from student to student, by the name that ${name} stands for.
	Variables map[string]Variable `yaml:"variables,omitempty"`
	// What is to be done. The first is @task:1 in checks.feature.
	Tasks []Task `yaml:"tasks" jsonschema:"minItems=1"`
	// What the lab's own submissions score.
	Expect Expect `yaml:"expect"`
}

// Topology is the cluster of a lab.
type Topology struct {
	// How many control-plane nodes; 1 if it is left out.
	ControlPlanes int `yaml:"controlPlanes,omitempty" jsonschema:"minimum=1"`
	// How many workers.
	Workers int `yaml:"workers" jsonschema:"minimum=0"`
	// The timings profile; fast if it is left out.
	Timings string `yaml:"timings,omitempty" jsonschema:"enum=fast,enum=upstream"`
	// How many nodes that exist in the API alone; the timings are upstream then, if they are left out.
	SimulatedNodes int `yaml:"simulatedNodes,omitempty" jsonschema:"minimum=1,maximum=2000"`
	// The minor version of Kubernetes; the one of the CKA exam, 1.35, if it is left out.
	Kubernetes string `yaml:"kubernetes,omitempty" jsonschema:"enum=1.34,enum=1.35,enum=1.36"`
	// What the cluster has beside Kubernetes itself.
	Parts []string `yaml:"parts,omitempty" jsonschema:"enum=network-policies,enum=metrics,enum=storage,enum=helm,enum=ingress,enum=gateway,enum=load-balancers,enum=webhooks,enum=job-sets,enum=no-network-agent,enum=kubernetes-1.34-packages,enum=kubernetes-1.35-packages,enum=kubernetes-1.36-packages"`
}

// Cluster returns the topology in the form that the pool takes.
func (t Topology) Cluster() cluster.Topology {
	asked := cluster.Default
	asked.Workers = t.Workers
	if t.ControlPlanes != 0 {
		asked.ControlPlanes = t.ControlPlanes
	}
	if asked.Simulated = t.SimulatedNodes; asked.Simulated > 0 {
		asked.Timings = cluster.Upstream
	}
	if t.Timings != "" {
		asked.Timings = cluster.Timings(t.Timings)
	}
	asked.Kubernetes = cluster.LabVersion
	if t.Kubernetes != "" {
		asked.Kubernetes, _ = cluster.VersionOf(t.Kubernetes) // reading the lab rejects unknown ones
	}
	asked.Parts, _ = cluster.PartsOf(t.parts()...) // reading the lab rejects unknown ones
	return asked
}

func (t Topology) parts() (all []cluster.Part) {
	for _, name := range t.Parts {
		all = append(all, cluster.Part(name))
	}
	return all
}

// Variable is what a student's value is drawn from: one of its three ways.
type Variable struct {
	// One of these words.
	Choose []string `yaml:"choose,omitempty" jsonschema:"minItems=2"`
	// Whether lab verify proves the lab with each of these words, as it should where they are what is broken.
	ProveEach bool `yaml:"proveEach,omitempty"`
	// A whole number, from this one.
	From int `yaml:"from,omitempty"`
	// To this one.
	To int `yaml:"to,omitempty"`
	// A name of so many letters.
	Letters int `yaml:"letters,omitempty" jsonschema:"minimum=3,maximum=20"`
}

// Task is one thing to be done.
type Task struct {
	// What it is, in a few words.
	Title string `yaml:"title" jsonschema:"minLength=1"`
	// What it is worth: the sum of its criteria.
	Points int `yaml:"points" jsonschema:"minimum=1"`
	// Help in stages, each saying more than the one before.
	Hints []Hint `yaml:"hints,omitempty"`
	// What a student reads about a criterion that is not met, beside what was expected and seen.
	Feedback []Feedback `yaml:"feedback,omitempty"`
}

// Feedback is the author's advice to a student who did not meet a criterion.
type Feedback struct {
	// The name of the criterion, as in checks.feature.
	Criterion string `yaml:"criterion" json:"-" jsonschema:"minLength=1"`
	// What is said.
	Text string `yaml:"text" json:"text" jsonschema:"minLength=1"`
	// The same in Korean.
	Korean string `yaml:"ko,omitempty" json:"ko,omitempty"`
}

// In returns the text in a language, or the English one if there is none.
func (f Feedback) In(language string) string {
	if language == "ko" && f.Korean != "" {
		return f.Korean
	}
	return f.Text
}

// Hint is one stage of help.
type Hint struct {
	// What is said.
	Text string `yaml:"text" jsonschema:"minLength=1"`
	// The same in Korean.
	Korean string `yaml:"ko,omitempty"`
	// How many of the task's points it costs to ask.
	Cost int `yaml:"cost,omitempty" jsonschema:"minimum=0"`
}

// In returns the text in a language, or the English one if there is none.
func (h Hint) In(language string) string {
	if language == "ko" && h.Korean != "" {
		return h.Korean
	}
	return h.Text
}

// Expect is what the lab's own submissions score, by which it proves its
// checks. The reference in solution/ scores all points.
type Expect struct {
	// A cluster that nobody has touched since the setup.
	Untouched int `yaml:"untouched" jsonschema:"minimum=0"`
	// Each folder of wrong/, by its name.
	Wrong map[string]int `yaml:"wrong"`
}

// Domains lists the domains of the CKA curriculum v1.35.
var Domains = []string{
	"Cluster Architecture, Installation & Configuration",
	"Workloads & Scheduling",
	"Services & Networking",
	"Storage",
	"Troubleshooting",
}

// Levels lists the levels of difficulty.
var Levels = []string{"easy", "medium", "hard"}

// Total returns the sum of all points.
func (d *Document) Total() int {
	total := 0
	for _, t := range d.Tasks {
		total += t.Points
	}
	return total
}

var idRule = regexp.MustCompile(`^[a-z0-9]([a-z0-9-]*[a-z0-9])?$`)

// ValidID reports whether id is a valid ID of a lab.
func ValidID(id string) bool { return idRule.MatchString(id) }
