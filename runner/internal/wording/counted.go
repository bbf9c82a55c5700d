package wording

import "fmt"

// Counted returns a number with its noun in the singular or plural.
func Counted(n int, noun string) string {
	if n == 1 || n == -1 {
		return fmt.Sprintf("%d %s", n, noun)
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
