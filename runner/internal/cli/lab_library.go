package cli

import (
	"os"
	"path/filepath"

	"github.com/adrg/xdg"

	"github.com/gherkube/gherkube/labs"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/runner/internal/lab"
	"github.com/gherkube/gherkube/runner/internal/lab/library"
	"github.com/gherkube/gherkube/runner/internal/lab/reader"
)

// whichLab explains the argument LAB, for the help of commands.
const whichLab = `LAB is the name of a lab or a folder. Names are those of "gherkube lab list":
labs that come with gherkube, labs in the folders that GHERKUBE_LABS lists
(separated like those of PATH), and labs in the folder "labs" here. An argument
with a slash is a folder. A name that two different labs have is refused; the
message says how to name each.`

// library returns the labs that can be named.
func (a *app) library() *library.Library {
	return library.FromEnvironment(labs.Files, filepath.Join(xdg.CacheHome, "gherkube", "labs"))
}

// lab reads the lab that an argument names.
func (a *app) lab(arg string) (*lab.Lab, error) {
	dir, err := a.labFolder(arg)
	if err != nil {
		return nil, err
	}
	return reader.Load(dir, a.vocabulary())
}

func (a *app) labFolder(arg string) (string, error) {
	if library.IsPath(arg) {
		return arg, nil
	}
	l := a.library()
	e, err := l.Find(arg)
	if err != nil {
		return "", err
	}
	return l.Folder(e)
}

// labs reads the labs that the arguments name, one by one or by a folder of labs. The
// default is the folder labs.
func (a *app) labs(args []string) ([]*lab.Lab, error) {
	if len(args) == 0 {
		args = []string{library.Here}
	}
	dirs, err := a.labFolders(args)
	if err != nil {
		return nil, err
	}
	var all []*lab.Lab
	var errs []error
	for _, dir := range dirs {
		l, err := reader.Load(dir, a.vocabulary())
		if err != nil {
			errs = append(errs, err)
			continue
		}
		all = append(all, l)
	}
	return all, input.Merge(errs...)
}

func (a *app) labFolders(args []string) ([]string, error) {
	var dirs []string
	for _, arg := range args {
		dir, err := a.labFolder(arg)
		if err == nil {
			arg = dir
		} else if info, statErr := os.Stat(arg); statErr != nil || !info.IsDir() {
			return nil, err
		}
		found, err := reader.Find([]string{arg})
		if err != nil {
			return nil, err
		}
		dirs = append(dirs, found...)
	}
	return dirs, nil
}
