package batch

import (
	"sync"
	"time"

	"github.com/gherkube/gherkube/runner/internal/score"
)

// Progress is how far a batch is.
type Progress struct {
	Ended       *score.Result // what has just been graded; nil when something begins
	Took        time.Duration // to grade it
	Under       []string      // the submissions under way
	Done, Total int
	Left        time.Duration // about how long the rest takes; 0 while nothing is known
}

// pace measures how long submissions take.
type pace struct {
	mu         sync.Mutex
	onProgress func(Progress)
	workers    int
	total      int
	done       int
	took       []time.Duration // by those that were graded on a cluster
	order      []string        // the submissions under way
	begun      map[string]time.Time
}

// newPace begins with what is known from before an interruption.
func newPace(b *Batch, results []*score.Result) *pace {
	p := &pace{onProgress: b.OnProgress, workers: max(1, b.Parallel), total: len(b.Entries), begun: map[string]time.Time{}}
	for _, r := range results {
		if r != nil {
			p.done++
			p.learn(r, r.Finished.Sub(r.Started))
		}
	}
	return p
}

// learn takes a time into account. One that was refused took none.
func (p *pace) learn(r *score.Result, took time.Duration) {
	if !r.Refused {
		p.took = append(p.took, took)
	}
}

func (p *pace) begin(id string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.begun[id] = time.Now()
	p.order = append(p.order, id)
	p.tell(Progress{})
}

func (p *pace) end(id string, r *score.Result) {
	p.mu.Lock()
	defer p.mu.Unlock()
	took := time.Since(p.begun[id])
	p.done++
	p.learn(r, took)
	p.forget(id)
	p.tell(Progress{Ended: r, Took: took})
}

func (p *pace) forget(id string) {
	var others []string
	for _, other := range p.order {
		if other != id {
			others = append(others, other)
		}
	}
	p.order = others
	delete(p.begun, id)
}

// tell adds what is known of the whole; the caller holds the lock.
func (p *pace) tell(so Progress) {
	if p.onProgress == nil {
		return
	}
	so.Done, so.Total, so.Under = p.done, p.total, p.order
	so.Left = left(mean(p.took), p.under(), p.total-p.done-len(p.order), p.workers)
	p.onProgress(so)
}

// under is for how long the submissions under way have been.
func (p *pace) under() []time.Duration {
	var all []time.Duration
	for _, since := range p.begun {
		all = append(all, time.Since(since))
	}
	return all
}

func mean(times []time.Duration) time.Duration {
	var sum time.Duration
	for _, t := range times {
		sum += t
	}
	return sum / time.Duration(max(1, len(times)))
}

// left is about how long the rest takes: those under way for what a submission
// takes less what they have taken, the others in full, shared by the workers.
func left(each time.Duration, under []time.Duration, waiting, workers int) time.Duration {
	work := each * time.Duration(waiting)
	for _, t := range under {
		work += max(0, each-t)
	}
	return work / time.Duration(min(workers, max(1, waiting+len(under))))
}
