package lab

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
)

// Digest returns a hash of the names and contents of the lab's files.
func (l *Lab) Digest() (string, error) {
	digest, err := DigestOf(os.DirFS(l.Dir))
	if err != nil {
		return "", fmt.Errorf("hashing lab %s: %w", l.ID, err)
	}
	return digest, nil
}

// DigestOf returns the digest of a lab's folder, which need not be a valid lab.
func DigestOf(files fs.FS) (string, error) {
	sum := sha256.New()
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(sum, "%q %d\n%s", name, len(content), content)
		return err
	})
	if err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}
