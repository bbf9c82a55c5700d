package reader_test

import (
	"fmt"
	"strings"

	"github.com/gherkube/gherkube/fixtures/cluster/docker"
	"github.com/gherkube/gherkube/fixtures/workstation"
	"github.com/gherkube/gherkube/runner/internal/grading"
	"github.com/gherkube/gherkube/runner/internal/inventory"
)

// pageImages lists the images for pods, with their tags.
func pageImages() string {
	var b strings.Builder
	b.WriteString("## Images for pods\n\n| image | tags | content |\n|---|---|---|\n")
	for _, image := range inventory.PodImages() {
		fmt.Fprintf(&b, "| `%s` | `%s` | %s |\n", image.Name, strings.Join(image.Tags, "`, `"), image.Meaning)
	}
	return b.String() + "\n"
}

// pageLimits lists the limits of nodes, workstations and submissions.
func pageLimits() string {
	node, station, submission := docker.Bounds(), workstation.Bounds(), grading.Bounds()
	return fmt.Sprintf(`## Limits

| of | limit |
|---|---|
| a node | %s of memory, %d processes and threads; a file on it has at most %s |
| a workstation | %s of memory, %d processor, %d processes of the student |
| its files | during a grade, the home folder has %s and `+"`/tmp`"+` %s, in memory; the home folder of a lab that is up is on disk |
| answers | %d files of at most %s |
| a submission | %s in %d files and folders, %d folders deep |

`, mebi(node.Memory), node.Processes, mebi(node.FileSize), mebi(station.Memory), station.CPUs, station.Processes,
		mebi(station.Home), mebi(station.Temporary), station.Answers, fmt.Sprintf("%d KiB", station.AnswerSize>>10),
		mebi(submission.Size), submission.Entries, submission.Depth)
}

func mebi(bytes int64) string { return fmt.Sprintf("%d MiB", bytes>>20) }
