package cli

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"

	"github.com/spf13/pflag"

	"github.com/gherkube/gherkube/runner/internal/input"
)

// count is a flag for a whole number with a minimum.
type count struct {
	to    *int
	least int
}

func countOf(to *int, least int) pflag.Value { return &count{to, least} }

// Type returns the name of the value in help texts.
func (c *count) Type() string { return "N" }

func (c *count) String() string {
	if c.to == nil {
		return ""
	}
	return strconv.Itoa(*c.to)
}

// Set parses the number.
func (c *count) Set(text string) error {
	n, err := strconv.Atoi(text)
	if err != nil || n < c.least {
		return fmt.Errorf("expected a whole number of %d or more", c.least)
	}
	*c.to = n
	return nil
}

// seed is the flag for a random order. It takes a seed, or draws one.
type seed int64

const (
	// newSeed is the value of the flag if none is given.
	newSeed = "new"
	// seeds is the number of possible drawn seeds, small enough to type one again.
	seeds = 1_000_000
)

// Type returns the name of the value in help texts.
func (s *seed) Type() string { return "SEED" }

func (s *seed) String() string {
	if *s == 0 {
		return ""
	}
	return strconv.FormatInt(int64(*s), 10)
}

// Set parses a seed, or draws one.
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

// seedApart rejects "--random 42". The value of the flag is optional, so it needs
// an equals sign, and 42 would be taken for a feature.
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
