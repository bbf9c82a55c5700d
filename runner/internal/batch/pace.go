package batch

import (
	"sync"
	"time"

	"github.com/gherkube/gherkube/runner/internal/score"
)

// Progress is the progress of a batch.
type Progress struct {
	Ended       *score.Result // the last result; nil when a submission begins
	Took        time.Duration // grading time of Ended
	Under       []string      // the submissions being graded
	Done, Total int
	Left        time.Duration // estimated remaining time; 0 while unknown
}

// pace measures how long submissions take.
type pace struct {
	mu         sync.Mutex
	onProgress func(Progress)
	workers    int
	total      int
	done       int
	took       []time.Duration // of submissions that were graded on a cluster
	order      []string        // the submissions being graded
	begun      map[string]time.Time
}

// newPace starts with the grading times from before an interruption.
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

// learn adds a grading time. Refused submissions are left out, because they took no
// time.
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

// tell completes and reports the progress; the caller holds the lock.
func (p *pace) tell(so Progress) {
	if p.onProgress == nil {
		return
	}
	so.Done, so.Total, so.Under = p.done, p.total, p.order
	so.Left = left(mean(p.took), p.under(), p.total-p.done-len(p.order), p.workers)
	p.onProgress(so)
}

// under returns how long each current submission has been graded.
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

// left estimates the remaining time: full time for waiting submissions, the rest of
// it for current ones, divided by the number of workers.
func left(each time.Duration, under []time.Duration, waiting, workers int) time.Duration {
	work := each * time.Duration(waiting)
	for _, t := range under {
		work += max(0, each-t)
	}
	return work / time.Duration(min(workers, max(1, waiting+len(under))))
}
