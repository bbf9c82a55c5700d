package grading

import (
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/score"
)

// Offer is the next hint of a task, before the student takes it.
type Offer struct {
	lab.Hint
	Task   int // from 1
	Number int // of the hint among those of the task, from 1
	Of     int // how many hints the task has
}

// Offer returns the next hint of a task, and records nothing. It returns false if there
// are no more hints.
func (l *Live) Offer(of *lab.Lab, task int) (Offer, bool, error) {
	if err := of.HasTask(task); err != nil {
		return Offer{}, false, err
	}
	hints, taken := of.Tasks[task-1].Hints, l.taken(task)
	if taken >= len(hints) {
		return Offer{}, false, nil
	}
	return Offer{hints[taken], task, taken + 1, len(hints)}, true, nil
}

// Taken returns the hints of a task that the student has taken.
func (l *Live) Taken(of *lab.Lab, task int) []lab.Hint {
	hints := of.Tasks[task-1].Hints
	return hints[:min(l.taken(task), len(hints))]
}

// taken returns how many hints of a task the student has taken.
func (l *Live) taken(task int) (n int) {
	for _, h := range l.Hints {
		if h.Task == task {
			n++
		}
	}
	return n
}

// Take records that the student takes an offered hint. If it was taken in the meantime,
// Take returns an input error, so that nobody pays for a hint that they did not see
// offered.
func (l *Live) Take(o Offer) error {
	return l.update(func(now *Live) error {
		if now.taken(o.Task) != o.Number-1 {
			return input.Errorf("hint %d of task %d was taken in the meantime: ask for the next one again", o.Number, o.Task)
		}
		now.Hints = append(now.Hints, score.Hint{Task: o.Task, Number: o.Number, Cost: o.Cost})
		return nil
	})
}
