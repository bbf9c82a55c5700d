package cli

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/cluster/docker"
	"github.com/gherkube/gherkube/fixtures/node/source"
)

const sourceCheck = "image source"

// sources asks each source of images for the node image of the newest version.
func (a *app) sources(ctx context.Context) []docker.Finding {
	all, err := source.Configured()
	switch {
	case err != nil:
		return []docker.Finding{{Check: sourceCheck, Found: err.Error(), Fix: "correct " + source.Variable}}
	case len(all) == 0:
		return []docker.Finding{{Check: sourceCheck, Found: "none, so images are built here; " + source.Variable + " names registries to pull them from"}}
	}
	findings := make([]docker.Finding, len(all))
	var asking sync.WaitGroup
	for i, s := range all {
		asking.Go(func() { findings[i] = a.source(ctx, s) })
	}
	asking.Wait()
	return findings
}

func (a *app) source(ctx context.Context, s source.Source) docker.Finding {
	found := docker.Finding{Check: sourceCheck, Minor: true}
	ref := s.Reference(a.platform.Ref(cluster.Version{}))
	if ref == "" { // the image of another version, or of another gherkube
		ref = s.String()
	}
	err := a.platform.Probe(ctx, ref, s.PlainHTTP)
	var missing *source.Missing
	switch {
	case err == nil:
		found.Found = ref + " can be pulled"
	case errors.As(err, &missing):
		found.Found = fmt.Sprintf("%s answers, and has no %s", s, ref)
		found.Fix = "push it there (gherkube image push), or correct " + source.Variable
	case ctx.Err() != nil:
		found.Found, found.Unknown = fmt.Sprintf("%s did not answer in time", s), true
	default:
		found.Found, found.Fix = err.Error(), "correct "+source.Variable+", or set it to "+source.None
	}
	return found
}
