package nearest

import (
	"slices"
	"strconv"
	"strings"
)

var numbers = []string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}

// number writes a number that is spelt out in digits, and leaves other words.
func number(word string) string {
	word = strings.ToLower(strings.Trim(word, punctuation))
	if i := slices.Index(numbers, word); i >= 0 {
		return strconv.Itoa(i)
	}
	switch word {
	case "a", "an":
		return "1"
	case "no":
		return "0"
	}
	return word
}

// product is one number times a factor plus another; numbers that are no
// integers, or too large, stay as they are.
func product(of string, factor int, plus string) string {
	n, err := strconv.Atoi(of)
	more, moreErr := strconv.Atoi(plus)
	if err != nil || moreErr != nil || n > 1<<20 {
		return of
	}
	return strconv.Itoa(n*factor + more)
}
