// Package inventory lists what a lab's commands can use: the programs of the node
// image, kubectl's commands and flags, and the images that pods can pull. The
// grader container, the sidecars and the workstation run the node image too. A test
// compares the lists with the image.
package inventory

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed programs.txt
var programs string

//go:embed images.txt
var images string

//go:embed kubectl.txt
var kubectl string

// builtins lists the builtin commands of bash, without reserved words.
const builtins = `. : [ alias bg bind break builtin caller cd command compgen complete compopt continue declare dirs disown echo
	enable eval exec exit export false fc fg getopts hash help history jobs kill let local logout mapfile popd printf
	pushd pwd read readarray readonly return set shift shopt source suspend test times trap true type typeset ulimit
	umask unalias unset wait`

var installed = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, name := range append(strings.Fields(programs), strings.Fields(builtins)...) {
		all[name] = true
	}
	return all
})

// Programs returns the names of the programs in the node image, sorted.
func Programs() []string { return strings.Fields(programs) }

// HasProgram reports whether bash can run a command with this name.
func HasProgram(name string) bool { return installed()[name] }

// Images returns the images in a cluster's registry with their tags, as manifests
// name them.
func Images() []string { return strings.Fields(images) }

// HasImage reports whether pods can pull an image: from the cluster's registry,
// which mirrors all others, or from the node image.
func HasImage(ref string, more []string) bool {
	name := Normal(ref)
	return slices.ContainsFunc(slices.Concat(Images(), Components(), more), func(have string) bool { return Normal(have) == name })
}

// Normal returns an image's name with its tag, without the default registry.
func Normal(ref string) string {
	ref, _, _ = strings.Cut(ref, "@")
	for _, prefix := range []string{"docker.io/", "index.docker.io/", "library/"} {
		ref = strings.TrimPrefix(ref, prefix)
	}
	if !strings.Contains(ref[strings.LastIndex(ref, "/")+1:], ":") {
		ref += ":latest"
	}
	return ref
}
