package record

import "os"

// Redirect makes a writer write its events to another file.
func Redirect(w *Writer, path string) error {
	file, err := os.OpenFile(path, os.O_WRONLY, 0)
	w.file = file
	return err
}
