package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/cluster/docker"
)

// The doctor takes a second at most. Checks get what is left of doctorTime since the process
// began, but at least leastTime. Those that do not notice that their time is over are left
// behind a moment later.
const (
	doctorTime   = 800 * time.Millisecond
	leastTime    = 400 * time.Millisecond
	doctorMoment = 50 * time.Millisecond
)

// processBegan is a moment after the beginning of the process.
var processBegan = time.Now()

// late is what is found by a check that did not end.
const late = "the check did not end in time"

// checks are checks of the doctor that run together, beside the others.
type checks struct {
	name string // for a finding in place of theirs, if they do not end
	run  func(context.Context) []docker.Finding
}

// examine runs all checks at once.
func (a *app) examine(ctx context.Context) (all []docker.Finding) {
	all, images, building := a.found(ctx)
	if hasEngine(all) {
		all = append(all, images...)
	}
	return append(all, deferred(building, images)...)
}

// found returns what the checks found: those of the engine and of sources, those of images,
// and those of building images.
func (a *app) found(ctx context.Context) (machine, images, building []docker.Finding) {
	ctx, cancel := context.WithTimeout(ctx, max(leastTime, doctorTime-time.Since(processBegan)))
	defer cancel()
	groups := []checks{{"engine", a.platform.Diagnose}, {"image sources", a.sources}, {"building", a.building}}
	for _, v := range cluster.Versions {
		groups = append(groups, checks{imageCheck(v), func(ctx context.Context) []docker.Finding { return a.nodeImage(ctx, v) }})
	}
	results := atOnce(ctx, groups)
	return slices.Concat(results[:2]...), slices.Concat(results[3:]...), results[2]
}

// atOnce runs groups of checks beside each other, and returns their findings in order.
func atOnce(ctx context.Context, groups []checks) [][]docker.Finding {
	pending := make([]chan []docker.Finding, len(groups))
	for i, g := range groups {
		pending[i] = make(chan []docker.Finding, 1)
		go func() { pending[i] <- g.run(ctx) }()
	}
	over := make(chan struct{})
	defer context.AfterFunc(ctx, func() { time.AfterFunc(doctorMoment, func() { close(over) }) })()
	results := make([][]docker.Finding, len(groups))
	for i, g := range groups {
		select {
		case results[i] = <-pending[i]:
		case <-over:
			results[i] = []docker.Finding{{Check: g.name, Found: late, Unknown: true}}
		}
	}
	return results
}

// hasEngine reports whether the engine answered, and so can be asked for images.
func hasEngine(all []docker.Finding) bool {
	return !slices.ContainsFunc(all, func(f docker.Finding) bool {
		return (f.Check == "engine" || f.Check == "place") && (f.Sick() || f.Unknown)
	})
}

func imageCheck(v cluster.Version) string { return "image of " + v.String() }

// nodeImage says whether the node image of a version is here.
func (a *app) nodeImage(ctx context.Context, v cluster.Version) []docker.Finding {
	found := docker.Finding{Check: imageCheck(v), Found: a.platform.Ref(v)}
	built, err := a.platform.Built(ctx, v)
	switch {
	case err != nil && ctx.Err() != nil:
		found.Found, found.Unknown = late, true
	case err != nil:
		found.Found, found.Unknown = err.Error(), true
	case !built:
		found.Found = fmt.Sprintf("%s; the first use pulls or builds it (gherkube image build --kubernetes %s)", notHere, v)
	}
	return []docker.Finding{found}
}

// notHere begins a finding on an image that the engine lacks.
const notHere = "not here"

func (a *app) building(ctx context.Context) []docker.Finding {
	lacking := a.platform.Lacks(ctx)
	switch {
	case ctx.Err() != nil: // commands that were ended seem to be missing
		return []docker.Finding{{Check: "building", Found: late, Unknown: true}}
	case len(lacking) == 0:
		return []docker.Finding{{Check: "building", Found: "Go, Debian's tools and the C library are there"}}
	}
	return lacking
}

// deferred returns building, with what it lacks made minor if there is an image to begin with.
func deferred(building, images []docker.Finding) []docker.Finding {
	here := func(f docker.Finding) bool { return !f.Unknown && !strings.HasPrefix(f.Found, notHere) }
	if !slices.ContainsFunc(images, here) {
		return building
	}
	building = slices.Clone(building)
	for i := range building {
		building[i].Minor = building[i].Fix != ""
	}
	return building
}
