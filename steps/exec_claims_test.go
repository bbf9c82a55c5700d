package steps

import (
	"errors"
	"testing"
)

// An unreachable kubelet or container runtime proves nothing about the program.
func TestWhatAnswersOfAProgramAre(t *testing.T) {
	for text, want := range map[string]bool{
		`pods "web" not found`: true,
		"a container name must be specified for pod two, choose one of: [web side]":                                                            true,
		`OCI runtime exec failed: exec failed: unable to start container process: exec: "x": executable file not found in $PATH`:               true,
		"error dialing backend: dial tcp 10.0.0.3:10250: connect: connection refused":                                                          false,
		`rpc error: code = Unavailable desc = connection error: dial unix /run/containerd/containerd.sock: connect: no such file or directory`: false,
		"error dialing backend: container not found":                                                                                           false,
		"unexpected EOF": false,
	} {
		if got := answeredExec(errors.New(text)); got != want {
			t.Errorf("%s: got %v", text, got)
		}
	}
}
