package taint

// origin says who wrote a text or a file, ordered from most to least trusted.
type origin int

const (
	author  origin = iota // the author of the check; also numbers counted from any text
	cluster               // text from the cluster or from a node's state
	node                  // a file of a node
	answer                // a submitted file
)

// String returns the name of the origin for messages.
func (o origin) String() string {
	return [...]string{"the check's own text", "what a command printed", "a file of the node", "an answer"}[o]
}

// content returns the origin of the content of a file.
func (o origin) content() origin {
	if o == node {
		return cluster
	}
	return o
}

// instead says what to do instead of running something.
func (o origin) instead() string {
	switch o {
	case answer:
		return useScript
	case node:
		return "students are root there, so read it, as with cat or grep, and run the grader's own programs"
	}
	return "a student may have written that: compare it, or look at it with grep"
}

// kubeconfig says what to do instead of using a student's kubeconfig.
func (o origin) kubeconfig() string {
	if o == answer {
		return useKubeconfig
	}
	return "leave the flag out, and do not say \"on NODE\": kubectl is the administrator's there"
}

// manifest says what to do instead of applying a student's manifest.
func (o origin) manifest() string {
	if o == answer {
		return useManifest
	}
	return "look at what has come of it in the cluster"
}
