package grading

import (
	"context"
	"errors"
	"slices"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/faults"
	"github.com/gherkube/gherkube/fixtures/redact"
	"github.com/gherkube/gherkube/fixtures/verdict"
	"github.com/gherkube/gherkube/fixtures/workstation"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/run"
	"github.com/gherkube/gherkube/steps"
)

// Environment is a lab that is set up for one student.
type Environment struct {
	Lab         *lab.Lab
	Student     string
	Cluster     cluster.Cluster
	Workstation *workstation.Workstation

	// Outputs holds the values that the setup named; checks use them as ${name}.
	Outputs map[string]string
	// Released are the faults that the setup left in effect.
	Released []faults.Released

	grader    *Grader
	container *workstation.Grader
	account   []byte         // the student's kubeconfig, as it was made
	answers   []cluster.File // as last collected
	keep      bool
	gone      bool // the cluster was removed to measure the machine without it
	vault     *redact.Vault

	// unknownResource reports whether neither the API server nor any file of the lab
	// defines a resource type; nil if undetermined.
	unknownResource func(string) bool
}

// Prepare starts a cluster and sets the lab up on it. It returns when every fault of the
// setup is in effect; the record of the setup is in a folder. If a step of the setup
// fails, Prepare retries once on a new cluster. If the same step fails twice, it returns
// a Defect of the lab.
func (g *Grader) Prepare(ctx context.Context, l *lab.Lab, student, record string) (*Environment, error) {
	s, err := g.prepare(ctx, l, student, record)
	broken := contradiction(err)
	if broken == nil {
		return s, err
	}
	if !g.failedBefore(l, broken.At) {
		s, err = g.prepare(ctx, l, student, record+"-again")
		if again := contradiction(err); again == nil || again.At != broken.At {
			return s, err
		}
	}
	return nil, &Defect{broken.At, "the setup failed at this step on more than one cluster: " + broken.Why}
}

// failedBefore records that a lab's setup failed at a step, and reports whether it had
// failed there before: then another cluster would bring no new result.
func (g *Grader) failedBefore(l *lab.Lab, at string) (before bool) {
	_, before = g.met.LoadOrStore(l.Dir+"\n"+at, true)
	return before
}

func (g *Grader) prepare(ctx context.Context, l *lab.Lab, student, record string) (*Environment, error) {
	c, err := g.Platform.Start(ctx, l.Topology.Cluster(), false)
	if err != nil {
		return nil, err
	}
	s := &Environment{Lab: l, Student: student, Cluster: c, grader: g}
	if err := s.SetUp(ctx, record); err != nil {
		return nil, errors.Join(err, s.remove(ctx))
	}
	return s, nil
}

// On returns the environment of a lab on a running cluster, before or after its
// setup.
func (g *Grader) On(c cluster.Cluster, l *lab.Lab, student string) *Environment {
	return &Environment{Lab: l, Student: student, Cluster: c, grader: g, keep: true}
}

// Close removes what was started for the environment, and its cluster unless that was
// up before.
func (s *Environment) Close(ctx context.Context) error {
	if !s.keep {
		return s.Cluster.Close(ctx)
	}
	if s.container == nil {
		return nil
	}
	return s.container.Close(ctx)
}

// studentGroup is the group to which kubeadm grants cluster-admin, through a binding that
// a student can delete. The grader's rights do not depend on it
// (cmd/kubeadm/app/constants, ClusterAdminsGroupAndClusterRoleBinding).
const studentGroup = "kubeadm:cluster-admins"

// SetUp makes the student's account and workstation, and runs the lab's setup.
// Afterwards the cluster's registry is read-only.
func (s *Environment) SetUp(ctx context.Context, record string) error {
	for _, ref := range slices.Concat(s.Lab.Images, s.grader.Images) {
		if err := s.Cluster.Publish(ctx, ref); err != nil {
			return verdict.Unseenf("pushing image %s to the cluster's registry: %w", ref, err)
		}
	}
	account, err := s.Cluster.Account(ctx, "student", studentGroup)
	if err != nil {
		return err
	}
	s.account = account
	both, setting := errgroup.WithContext(ctx)
	both.Go(func() (err error) {
		s.Workstation, err = workstation.Start(setting, s.Cluster, workstation.Options{
			Kubeconfig: account, Namespace: s.namespace(), Files: s.texts(), Keep: s.keep,
		})
		return err
	})
	both.Go(func() error { return s.setUp(setting, record) })
	if err := both.Wait(); err != nil {
		return err
	}
	return s.Cluster.Seal(ctx)
}

func (s *Environment) namespace() string { return s.values().Fill(s.Lab.Namespace) }

func (s *Environment) values() lab.Values { return s.Lab.Values(s.Student) }

// texts returns the files that the student finds: the task's text, and the lab's
// files.
func (s *Environment) texts() []cluster.File {
	var files []cluster.File
	for _, t := range s.Lab.Texts {
		files = append(files, cluster.File{Path: t.File, Mode: 0o644, Content: []byte(s.Lab.Filling(s.Student)(t.Content))})
	}
	for _, starter := range s.Lab.Starters {
		files = append(files, cluster.File{Path: starter.Path, Mode: int64(starter.Mode()), Content: starter.For(s.Lab.Filling(s.Student))})
	}
	return files
}

func (s *Environment) setUp(ctx context.Context, record string) error {
	environment := &steps.Environment{Cluster: s.Cluster, Prepare: true}
	run, err := s.run(ctx, s.Lab.Path(lab.SetupFile), environment, 1, record)
	if err != nil {
		return err
	}
	s.Released = environment.Released
	for _, scenario := range run.Scenarios {
		if scenario.Verdict != verdict.Passed {
			return setUpEnded(scenario)
		}
	}
	s.unknownResource = s.nowhere()
	return nil
}

// run runs a feature of the lab in the environment.
func (s *Environment) run(ctx context.Context, file string, environment *steps.Environment, parallel int, record string) (*model.Run, error) {
	if err := s.ensureGrader(ctx); err != nil {
		return nil, err
	}
	environment.Namespace, environment.Outputs, environment.Grader = s.namespace(), s.Outputs, s.container
	environment.UnknownResource = s.unknownResource
	if !environment.Prepare {
		environment.Grader = s.container.Sealed(s.namespace())
	}
	result, err := run.Run(ctx, run.Options{
		Paths: []string{file}, Render: s.values().FillBytes, Record: record, Parallel: parallel,
		Images:     slices.Concat(s.Lab.Images, s.grader.Images),
		Platform:   run.Platform{Versions: s.grader.Platform.Versions},
		Vocabulary: s.grader.Vocabulary, Watch: s.grader.Watch,
		Redact:      s.redactor(ctx),
		Environment: environment,
	})
	if err != nil {
		return nil, err
	}
	s.Outputs = environment.Outputs
	return result.Run, nil
}

// ensureGrader starts the grader container if it is not running.
func (s *Environment) ensureGrader(ctx context.Context) error {
	if s.container != nil {
		return nil
	}
	made, err := workstation.NewGrader(ctx, s.Cluster, s.namespace())
	s.container = made
	return err
}

// check judges the criteria of a feature in parallel. To judge some of them, append
// their lines to file.
func (s *Environment) check(ctx context.Context, file, record string) (*model.Run, error) {
	guarded := workstation.Guard(s.Cluster)
	defer func() { _ = guarded.Close(ctx) }() // leftovers are removed with the cluster
	parallel := s.grader.Parallel
	if parallel == 0 {
		parallel = 8 // checks mostly wait
	}
	return s.run(ctx, file, &steps.Environment{Cluster: guarded, Submission: s.submission()}, parallel, record)
}

// submission returns the submission in the form that the checks use.
func (s *Environment) submission() *steps.Submission {
	return &steps.Submission{Answers: s.answers, Sandbox: func(ctx context.Context) (steps.Sandbox, error) {
		return workstation.NewSandbox(ctx, s.Cluster, s.account, s.namespace(), s.answers)
	}}
}

// submit runs a submission at the workstation and copies its answers to the grader
// container. An error means that the workstation or the grader container failed for a
// reason that the submission did not cause.
func (s *Environment) submit(ctx context.Context, submission *Submission, w *Work) error {
	files, answers := submission.Parts()
	if err := s.Workstation.Put(ctx, submissionDir, files); err != nil {
		return err
	}
	if err := s.Workstation.Put(ctx, workstation.AnswersDir, answers); err != nil {
		return err
	}
	if command := submission.Command(); command != "" {
		limit := time.Duration(s.Lab.SolveSeconds) * time.Second
		outcome, err := s.Workstation.Run(ctx, submissionDir, command, limit)
		if err := s.excused(ctx, w, err); err != nil {
			return err
		}
		outcome.Output = s.redactor(ctx)()(outcome.Output)
		w.Outcome = &outcome
		w.Notes = append(w.Notes, outcome.String())
	}
	return s.Collect(ctx, w)
}

// excused adds a workstation error to the notes and returns nil if the submission caused
// it; it returns all other errors. If the cluster had to be removed to find the cause,
// it sets w.Lost and returns the error: nothing can be checked any more.
func (s *Environment) excused(ctx context.Context, w *Work, err error) error {
	if err == nil || ctx.Err() != nil || !s.isToBlame(ctx, w) {
		return err
	}
	if s.gone {
		w.Lost = "the submission's cluster exhausted the machine's resources: " + err.Error()
		return err
	}
	w.note("the submission made its workstation unusable, although the grader's own containers work: %v", err)
	return nil
}

// Collect copies the answers from the workstation to the grader container.
func (s *Environment) Collect(ctx context.Context, w *Work) error {
	answers, err := s.Workstation.Answers(ctx)
	if err := s.excused(ctx, w, err); err != nil {
		return err
	}
	w.Notes = append(w.Notes, answers.LeftOut...)
	s.answers = answers.Files
	if err := s.ensureGrader(ctx); err != nil {
		return err
	}
	return s.container.Lay(ctx, s.namespace(), answers.Files)
}

// submissionDir is the folder of a submission, within the student's home folder.
const submissionDir = "submission"
