package lab

import (
	"crypto/sha256"
	"encoding/binary"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/gherkube/gherkube/steps/placeholder"
)

// Values maps variables to their values.
type Values map[string]string

// Values returns the values of one student: always the same, and almost certainly
// different from those of another student.
func (l *Lab) Values(student string) Values {
	values := Values{}
	for name, v := range l.Variables {
		values[name] = v.draw(l.ID, student, name)
	}
	return values
}

// draw picks a value by a hash of the seed. So it depends neither on the order of
// variables nor on the version of a random source.
func (v Variable) draw(seed ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(seed, "\x00")))
	number := binary.BigEndian.Uint64(sum[:8])
	switch {
	case len(v.Choose) > 0:
		return v.Choose[number%uint64(len(v.Choose))]
	case v.Letters > 0:
		return letters(sum, v.Letters)
	}
	return strconv.Itoa(v.From + int(number%uint64(v.To-v.From+1)))
}

// letters leaves out vowels, so that the result contains no words.
func letters(sum [sha256.Size]byte, n int) string {
	const alphabet = "bcdfghjkmnpqrstvwxz"
	var word strings.Builder
	for _, b := range sum[len(sum)-n:] {
		word.WriteByte(alphabet[int(b)%len(alphabet)])
	}
	return word.String()
}

// NamespaceName is the name of the variable for the namespace.
const NamespaceName = "namespace"

// Fill replaces the placeholders of the lab's variables. It leaves the others to
// package steps, which replaces the namespace and the names that sentences define.
func (v Values) Fill(text string) string {
	filled, _ := placeholder.Replace(text, v)
	return filled
}

// Filling returns a function that fills in a student's values and the lab's
// namespace, for texts and submissions. In features, package steps fills in the
// namespace.
func (l *Lab) Filling(student string) func(string) string {
	values := l.Values(student)
	values[NamespaceName] = values.Fill(l.Namespace)
	return values.Fill
}

// FillBytes works like Fill, on the content of a file.
func (v Values) FillBytes(content []byte) []byte { return []byte(v.Fill(string(content))) }

// String lists the values for people.
func (v Values) String() string {
	var all []string
	for _, name := range slices.Sorted(maps.Keys(v)) {
		all = append(all, name+"="+v[name])
	}
	return strings.Join(all, " ")
}

func (v Variable) Ways() int {
	n := 0
	for _, given := range []bool{len(v.Choose) > 0, v.From != 0 || v.To != 0, v.Letters != 0} {
		if given {
			n++
		}
	}
	return n
}
