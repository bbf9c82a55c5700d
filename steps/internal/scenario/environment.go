package scenario

import (
	"context"
	"io"
	"time"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/faults"
)

// Environment is where the features of a lab run: a cluster and a namespace that exist
// before a scenario, and stay after it as the scenario leaves them.
type Environment struct {
	Cluster   cluster.Cluster
	Namespace string
	// Grader runs the commands that name no node. Its kubeconfig has an administrator's
	// rights, at the same path as on control-plane nodes.
	Grader Host
	// Prepare marks the setup: it creates the namespace. Faults that it injects stay
	// in effect and leave the journal, since repairing them is the task.
	Prepare bool
	// Released are the faults that the setup left in effect.
	Released []faults.Released
	// Submission is nil during the setup.
	Submission *Submission
	// Outputs holds the values that the setup named; checks use them as ${name}.
	Outputs map[string]string
	// UnknownResource reports whether a resource type is unknown: the API server did
	// not serve it when the lab began, and nothing in the lab adds it. A check that
	// uses it is a defect of the lab. Nil means that the API server could not be asked.
	UnknownResource func(resource string) bool
}

// Host runs commands.
type Host = cluster.Host

// Submission is a student's submitted work. To the grader it is data.
type Submission struct {
	Answers []cluster.File // by path below answers/
	// Sandbox starts a container in which an answer can run: with the student's
	// rights, and without the grader's.
	Sandbox func(context.Context) (Sandbox, error)
}

// Sandbox runs answers.
type Sandbox interface {
	// Run runs a program as the student, in the parent folder of answers/, within the
	// time limit. Ended says why the program was stopped, or is empty. The error says
	// that the sandbox itself failed.
	Run(ctx context.Context, args []string, limit time.Duration, out, complaint io.Writer) (code int, ended string, err error)
	Close(ctx context.Context) error
}
