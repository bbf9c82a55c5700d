package grading_test

import (
	"os"
	"runtime"
	"testing"

	"golang.org/x/sys/unix"
)

// asAnybody drops the right to override file permissions for the rest of a test.
// Otherwise a test run as root could read every file.
func asAnybody(t *testing.T) {
	t.Helper()
	if os.Geteuid() != 0 {
		return
	}
	// The thread is never unlocked: it ends with the goroutine of the test, and so
	// do its reduced rights.
	runtime.LockOSThread()
	header := unix.CapUserHeader{Version: unix.LINUX_CAPABILITY_VERSION_3}
	var has [2]unix.CapUserData
	if err := unix.Capget(&header, &has[0]); err != nil {
		t.Fatal(err)
	}
	has[0].Effective &^= 1<<unix.CAP_DAC_OVERRIDE | 1<<unix.CAP_DAC_READ_SEARCH
	if err := unix.Capset(&header, &has[0]); err != nil {
		t.Fatal(err)
	}
}
