package inventory

import (
	"slices"
	"strings"
	"sync"
)

// Flags holds the flags of a kubectl command, and whether each takes a value.
type Flags map[string]bool

// Global is the name of the entry with the flags that all kubectl commands have.
const Global = "options"

// ReadOnly returns kubectl's commands that change nothing, by name: "get", "rollout
// status".
var ReadOnly = sync.OnceValue(func() map[string]Flags {
	all := map[string]Flags{}
	for line := range strings.Lines(kubectl) {
		name, flags, found := strings.Cut(strings.TrimSpace(line), ":")
		if strings.HasPrefix(line, "#") || !found {
			continue
		}
		valued, switches, _ := strings.Cut(flags, "|")
		all[name] = Flags{"-h": false, "--help": false}
		for _, flag := range strings.Fields(valued) {
			all[name][flag] = true
		}
		for _, flag := range strings.Fields(switches) {
			all[name][flag] = false
		}
	}
	return all
})

// commands lists all commands of kubectl.
var commands = strings.Fields(`create expose run set explain get edit delete rollout scale autoscale certificate
	cluster-info top cordon uncordon drain taint describe logs attach exec port-forward proxy cp auth debug events diff
	apply patch replace wait kustomize label annotate completion api-resources api-versions config plugin version options
	alpha kuberc help`)

// Commands returns the names of kubectl's commands.
func Commands() []string { return slices.Clone(commands) }

// HasCommand reports whether kubectl has a command with this name.
func HasCommand(name string) bool { return slices.Contains(commands, name) }
