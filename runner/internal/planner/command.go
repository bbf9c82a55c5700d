package planner

import (
	"strconv"
	"strings"

	"github.com/gherkube/gherkube/runner/internal/plan"
)

// command returns the request as a command line.
func (r Request) command() string {
	words := []string{"run"}
	for _, path := range r.Paths {
		words = append(words, plan.Quote(path))
	}
	if r.Tags != "" {
		words = append(words, "--tags", plan.Quote(r.Tags))
	}
	if r.Name != "" {
		words = append(words, "--name", plan.Quote(r.Name))
	}
	if r.FailFast {
		words = append(words, "--fail-fast")
	}
	if r.Retry > 0 {
		words = append(words, "--retry", strconv.Itoa(r.Retry))
	}
	if r.Times > 1 {
		words = append(words, "--repeat", strconv.Itoa(r.Times))
	}
	if r.Seed != 0 {
		words = append(words, "--random="+strconv.FormatInt(r.Seed, 10))
	}
	if len(r.Kubernetes) > 1 {
		words = append(words, "--kubernetes", versionList(r.Kubernetes))
	}
	if r.Parallel > 1 {
		words = append(words, "--parallel", strconv.Itoa(r.Parallel))
	}
	return plan.Command(append(words, r.flags())...)
}

// flags returns the flags that change the environment of a scenario.
func (r Request) flags() string {
	var words []string
	if r.Timings != "" {
		words = append(words, "--timings", string(r.Timings))
	}
	if len(r.Kubernetes) == 1 {
		words = append(words, "--kubernetes", r.Kubernetes[0].String())
	}
	if r.Cluster != "" {
		words = append(words, "--cluster", plan.Quote(r.Cluster))
	}
	for _, ref := range r.Images {
		words = append(words, "--image", plan.Quote(ref))
	}
	return strings.Join(words, " ")
}
