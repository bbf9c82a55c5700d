// Package live shows what goes on. A Follower folds the events of a run's record as they
// are appended, and asks the running scenarios what has happened in their clusters. Run
// is its page, and Lines draws it for a terminal. A Server serves a page that changes.
package live

import (
	"slices"
	"sync"
	"time"

	"github.com/gherkube/gherkube/fixtures/progress"
	"github.com/gherkube/gherkube/fixtures/timeline"
	"github.com/gherkube/gherkube/runner/internal/model"
	"github.com/gherkube/gherkube/runner/internal/plan"
	"github.com/gherkube/gherkube/runner/internal/record"
)

// Follower follows one run. It is safe for concurrent use.
type Follower struct {
	news chan struct{} // has a value if events arrived

	arriving sync.Mutex // held for moments only, since the run waits for it
	events   []record.Event
	clusters map[string]func() timeline.Timeline // of running scenarios, by ID
	tasks    []*progress.State
	touched  bool // something else than an event has changed

	mu      sync.Mutex
	run     *model.Run
	version int
	changed map[string]int // the version in which a scenario changed last, by ID
	ended   bool
	drawn   drawn
}

// Follow returns the follower of a plan's run. The plan is the one in the record.
func Follow(p *plan.Plan) *Follower {
	return &Follower{
		news: make(chan struct{}, 1), clusters: map[string]func() timeline.Timeline{},
		run: model.Begin(p), version: 1, changed: map[string]int{},
	}
}

// Add takes the next event of the record. It never waits.
func (f *Follower) Add(e record.Event) {
	f.arriving.Lock()
	f.events = append(f.events, e)
	f.arriving.Unlock()
	f.wake()
}

func (f *Follower) wake() {
	select {
	case f.news <- struct{}{}:
	default:
	}
}

// Began takes the function that says what has happened in the cluster of a scenario.
func (f *Follower) Began(scenario string, sofar func() timeline.Timeline) {
	f.arriving.Lock()
	defer f.arriving.Unlock()
	f.clusters[scenario] = sofar
}

// Begin implements progress.Reporter: tasks are shown beside the scenarios.
func (f *Follower) Begin(name string) progress.Task {
	t := &task{State: progress.NewState(name, false), of: f}
	f.arriving.Lock()
	f.tasks = append(f.tasks, t.State)
	f.arriving.Unlock()
	f.touch()
	return t
}

type task struct {
	*progress.State
	of *Follower
}

// Step sets the step that is shown.
func (t *task) Step(what string) { t.SetStep(what) }

// Advance sets the progress that is shown.
func (t *task) Advance(done, total int64) { t.SetDone(done, total) }

// End removes the task.
func (t *task) End(error) {
	t.of.arriving.Lock()
	t.of.tasks = slices.DeleteFunc(t.of.tasks, func(s *progress.State) bool { return s == t.State })
	t.of.arriving.Unlock()
	t.of.touch()
}

// touch makes a new version.
func (f *Follower) touch() {
	f.arriving.Lock()
	f.touched = true
	f.arriving.Unlock()
	f.wake()
}

// State is the run as it is now. It is valid only while look runs; see Look.
type State struct {
	Run       *model.Run
	Now       time.Time
	Version   int
	Ended     bool
	Tasks     []string
	Timelines map[string]timeline.Timeline
	changed   map[string]int
}

// ChangedSince reports whether a scenario has changed after a version.
func (s State) ChangedSince(version int, id string) bool { return s.changed[id] > version }

// Look calls look with the run as it is now, and with the timelines of running
// scenarios that wanted selects.
func (f *Follower) Look(wanted func(State, string) bool, look func(State) error) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.catchUp()
	s := State{Run: f.run, Now: time.Now(), Version: f.version, Ended: f.ended, changed: f.changed, Timelines: map[string]timeline.Timeline{}}
	asked := map[string]func() timeline.Timeline{}
	f.arriving.Lock()
	for _, t := range f.tasks {
		s.Tasks = append(s.Tasks, t.Line())
	}
	for id, sofar := range f.clusters {
		if wanted(s, id) {
			asked[id] = sofar
		}
	}
	f.arriving.Unlock()
	for id, sofar := range asked {
		s.Timelines[id] = sofar()
	}
	return look(s)
}

// Advance returns the current version. If going, what runs counts as changed, since its
// clusters may have.
func (f *Follower) Advance(going bool) (version int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.catchUp()
	if !going || f.ended {
		return f.version
	}
	f.version++
	for _, s := range f.run.Scenarios {
		if s.Running() {
			f.changed[s.ID] = f.version
		}
	}
	return f.version
}

// catchUp folds the events that have arrived. The caller holds mu.
func (f *Follower) catchUp() {
	f.arriving.Lock()
	events, touched := f.events, f.touched
	f.events, f.touched = nil, false
	f.arriving.Unlock()
	if touched {
		f.version++
	}
	for _, e := range events {
		f.fold(e)
	}
}

func (f *Follower) fold(e record.Event) {
	finished := f.run.Add(e)
	f.version++
	f.changed[e.Scenario] = f.version
	if finished != nil {
		f.forget(e.Scenario)
	}
	if e.Type == record.RunFinished {
		f.ended = true
		for _, s := range f.run.Scenarios {
			if s.CutShort {
				f.changed[s.ID] = f.version
				f.forget(s.ID)
			}
		}
	}
}

// forget drops what a scenario that has ended cannot answer any more.
func (f *Follower) forget(scenario string) {
	f.arriving.Lock()
	defer f.arriving.Unlock()
	delete(f.clusters, scenario)
}
