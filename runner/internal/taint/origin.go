package taint

// origin tells who wrote a text or a file, from the one who is trusted most.
type origin int

const (
	author  origin = iota // of the check; of numbers, whoever wrote what was counted
	cluster               // text that stands in the cluster or on a node
	node                  // a file of a node
	answer                // what was handed in
)

// String is what messages call it.
func (o origin) String() string {
	return [...]string{"the check's own text", "what a command printed", "a file of the node", "an answer"}[o]
}

// content is the origin of what is read from a file.
func (o origin) content() origin {
	if o == node {
		return cluster
	}
	return o
}

// instead says what to do in place of running something.
func (o origin) instead() string {
	switch o {
	case answer:
		return useScript
	case node:
		return "students are root there, so read it, as with cat or grep, and run the grader's own programs"
	}
	return "a student may have written that: compare it, or look at it with grep"
}

// kubeconfig says what to do in place of using a student's.
func (o origin) kubeconfig() string {
	if o == answer {
		return useKubeconfig
	}
	return "leave the flag out, and do not say \"on NODE\": kubectl is the administrator's there"
}

// manifest says what to do in place of handing a student's on.
func (o origin) manifest() string {
	if o == answer {
		return useManifest
	}
	return "look at what has come of it in the cluster"
}
