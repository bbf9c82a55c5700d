package record

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/docker/go-units"

	"github.com/gherkube/gherkube/runner/internal/input"
)

// Retention limits the age and the total size of records in a store. The record of
// a running process is always kept, and so is the newest record.
type Retention struct {
	Passed time.Duration // the age at which a passed record is removed
	Failed time.Duration // the age at which any other record is removed, including those of killed runs
	Size   int64         // of the store, in bytes; above it, passed records are removed first, oldest first
}

// DefaultRetention applies if RetentionVariable is not set.
var DefaultRetention = Retention{Passed: 7 * day, Failed: 30 * day, Size: 1 << 30}

// RetentionVariable is the environment variable that changes the default.
const RetentionVariable = "GHERKUBE_RECORDS"

const day = 24 * time.Hour

// configuredRetention returns the retention that the environment sets.
func configuredRetention() (Retention, error) {
	r, err := ParseRetention(os.Getenv(RetentionVariable))
	if err != nil {
		return r, input.Errorf("%s: %v", RetentionVariable, err)
	}
	return r, nil
}

// ParseRetention parses "passed=7d failed=30d size=1GiB". Each part is optional and
// has a default. Ages take the units d, h and m.
func ParseRetention(text string) (Retention, error) {
	r := DefaultRetention
	for _, word := range strings.Fields(text) {
		name, value, _ := strings.Cut(word, "=")
		var err error
		switch name {
		case "passed":
			r.Passed, err = parseAge(value)
		case "failed":
			r.Failed, err = parseAge(value)
		case "size":
			r.Size, err = parseSize(value)
		default:
			err = fmt.Errorf("expected passed=, failed= or size=")
		}
		if err != nil {
			return r, fmt.Errorf("%q: %w; write for example \"passed=7d failed=30d size=1GiB\"", word, err)
		}
	}
	if r.Failed < r.Passed {
		return r, fmt.Errorf("failed=%s is less than passed=%s: failed records are kept at least as long", age(r.Failed), age(r.Passed))
	}
	return r, nil
}

// mostBytes is 1 PiB. units.BytesSize writes the next larger unit, but units cannot
// parse it.
const mostBytes = 1 << 50

func parseSize(text string) (int64, error) {
	n, err := units.RAMInBytes(text)
	if err == nil && (n > mostBytes || n < 0) { // a size that overflows int64 becomes negative
		err = fmt.Errorf("a size is at most %s", units.BytesSize(mostBytes))
	}
	return n, err
}

func parseAge(text string) (time.Duration, error) {
	if number, ok := strings.CutSuffix(text, "d"); ok {
		days, err := strconv.ParseUint(number, 10, 16)
		return time.Duration(days) * day, err
	}
	d, err := time.ParseDuration(text)
	if err == nil && d < 0 {
		err = fmt.Errorf("an age is not negative")
	}
	return d, err
}

// age formats a duration as ParseRetention reads it.
func age(d time.Duration) string {
	if d%day == 0 {
		return fmt.Sprintf("%dd", d/day)
	}
	return d.String()
}

func (r Retention) String() string {
	return fmt.Sprintf("passed=%s failed=%s size=%s", age(r.Passed), age(r.Failed), units.BytesSize(float64(r.Size)))
}
