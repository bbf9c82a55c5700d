//go:build unix

package layout

import (
	"io/fs"
	"os"
	"syscall"
)

// keepOwner gives a file the owner that another has, where root formats the files of
// somebody else. Others cannot, and need not.
func keepOwner(file *os.File, as fs.FileInfo) {
	if owner, ok := as.Sys().(*syscall.Stat_t); ok {
		_ = file.Chown(int(owner.Uid), int(owner.Gid))
	}
}
