//go:build unix

package layout

import (
	"io/fs"
	"os"
	"syscall"
)

// keepOwner gives a file the owner of another one. This only has an effect if root
// formats files of another user.
func keepOwner(file *os.File, as fs.FileInfo) {
	if owner, ok := as.Sys().(*syscall.Stat_t); ok {
		_ = file.Chown(int(owner.Uid), int(owner.Gid))
	}
}
