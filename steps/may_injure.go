package steps

import "slices"

// MayInjure tells whether a sentence can do more to a cluster than change what
// is in its scenario's namespace, as far as the sentence shows: what a manifest
// does, it does not show. What its scripts do is not looked at here.
func (s Step) MayInjure(in Line) bool {
	switch {
	case s.Disruptive:
		return true
	case s.Looks || !slices.ContainsFunc(anAction, s.Allows):
		return false
	case s.Topic == "pods" && len(in.Table) > 0: // requests take the room of the cluster's nodes
		return slices.Contains(in.Table[0], "cpu") || slices.Contains(in.Table[0], "memory")
	}
	return s.Topic == "manifests"
}
