package lab

import (
	"regexp"
	"slices"
	"strings"
)

// verbs are those of kubectl that only look, or run what a check asks.
var verbs = strings.Fields(`get describe logs top explain auth api-resources api-versions version cluster-info events
	diff wait exec config rollout`)

var kubectlVerb = regexp.MustCompile(`\bkubectl((?:\s+-\S+)*)\s+([a-z][a-z-]*)([^|;&]*)`)

// acting is the first verb in a sentence's commands that changes a cluster.
func acting(sentence string) string {
	for _, found := range kubectlVerb.FindAllStringSubmatch(sentence, -1) {
		verb, rest := found[2], found[3]
		dry := strings.Contains(rest, "--dry-run=server") || strings.Contains(rest, "--dry-run=client")
		rollout := verb == "rollout" && !strings.Contains(rest, "status") && !strings.Contains(rest, "history")
		config := verb == "config" && !strings.Contains(rest, "view")
		if (!slices.Contains(verbs, verb) && !dry) || rollout || config {
			return verb
		}
	}
	return ""
}

// quoted is what stands between quotes in a sentence: its commands, among others.
var quoted = regexp.MustCompile(`"(.+)" (?:on \S+ )?(?:prints|does not print|fails with)`)

// idle are programs that look at nothing.
var idle = strings.Fields("echo printf true false : exit")

// looksPast tells why a sentence's command does not tell what it seems to: it
// looks at nothing, at the first of several, or at what was typed or asked for.
func looksPast(sentence string) string {
	found := quoted.FindStringSubmatch(sentence)
	if found == nil {
		return ""
	}
	command := found[1]
	first, _, _ := strings.Cut(strings.TrimSpace(command), " ")
	switch {
	case slices.Contains(idle, first):
		return "looks at nothing of the cluster: " + first + " says the same everywhere"
	case strings.Contains(command, "items[0]"):
		return "looks at the first of several: the others may be otherwise"
	case strings.Contains(command, ".status.phase"):
		return "takes the phase for health: a pod whose containers crash is Running all the same"
	case strings.Contains(command, "_history"):
		return "looks at what was typed: there are other ways, and it may have done nothing"
	case strings.Contains(command, "resources.requests.storage"):
		return "looks at the size that was asked for: what was got is .status.capacity.storage"
	}
	return ""
}
