package cli

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"

	"github.com/spf13/pflag"

	"github.com/gherkube/gherkube/runner/internal/input"
)

// count is a flag that takes a whole number with a least value.
type count struct {
	to    *int
	least int
}

func countOf(to *int, least int) pflag.Value { return &count{to, least} }

// Type is what help calls the value.
func (c *count) Type() string { return "N" }

func (c *count) String() string {
	if c.to == nil {
		return ""
	}
	return strconv.Itoa(*c.to)
}

// Set reads the number.
func (c *count) Set(text string) error {
	n, err := strconv.Atoi(text)
	if err != nil || n < c.least {
		return fmt.Errorf("expected a whole number of %d or more", c.least)
	}
	*c.to = n
	return nil
}

// seed is the flag of a random order: it takes a seed, or draws one.
type seed int64

const (
	// newSeed is the value of the flag without a value.
	newSeed = "new"
	// seeds is how many seeds are drawn from: few enough to be typed again.
	seeds = 1_000_000
)

// Type is what help calls the value.
func (s *seed) Type() string { return "SEED" }

func (s *seed) String() string {
	if *s == 0 {
		return ""
	}
	return strconv.FormatInt(int64(*s), 10)
}

// Set reads a seed, or draws one.
func (s *seed) Set(text string) error {
	if text == newSeed {
		*s = seed(rand.Int64N(seeds) + 1)
		return nil
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil || n < 1 {
		return fmt.Errorf("expected a seed of 1 or more")
	}
	*s = seed(n)
	return nil
}

// seedApart refuses "--random 42": the flag may stand alone, so its value needs
// the equals sign, and 42 would be taken for a feature.
func seedApart(paths []string, drawn int64) error {
	for _, path := range paths {
		if _, err := strconv.ParseInt(path, 10, 64); err != nil || drawn == 0 {
			continue
		}
		if _, err := os.Stat(path); err != nil {
			return input.Errorf("%s is no feature; if it is the seed, write --random=%s", path, path)
		}
	}
	return nil
}
