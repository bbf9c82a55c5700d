package steps

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/onsi/gomega/types"

	"github.com/gherkube/gherkube/fixtures/observe"
)

// Patterns of amounts in both languages.
const (
	amountWords  = `((?:(?:exactly|at least|at most|more than|fewer than) )?(?:no|\d+))`
	koreanAmount = `((?:정확히 |적어도 |많아야 )?\d+개(?:이다|가 된다| 있다|가 있다)|\d+개보다 (?:많다|적다)|없다)`
)

// amount is a wanted number, exact or with a bound.
type amount struct {
	bound string // "", "at least", "at most", "more than" or "fewer than"
	n     int
}

var anAmount = regexp.MustCompile(`^(?:(exactly|at least|at most|more than|fewer than) )?(no|\d+)$`)

func parseAmount(text string) (amount, error) {
	found := anAmount.FindStringSubmatch(text)
	if found == nil {
		return amount{}, fmt.Errorf("%q is no amount: write such as 3, no, at least 3 or fewer than 3", text)
	}
	a := amount{bound: strings.TrimPrefix(found[1], "exactly")}
	if found[2] == "no" {
		if a.bound != "" {
			return a, fmt.Errorf("%q says nothing: write no, or a number", text)
		}
		return a, nil
	}
	n, err := strconv.Atoi(found[2])
	if err != nil {
		return a, fmt.Errorf("%q is no amount: %w", text, err)
	}
	a.n = n
	return a, nil
}

// sense returns an error if the amount is always true or never true.
func (a amount) sense() error {
	switch {
	case a.bound == "at least" && a.n == 0:
		return fmt.Errorf("at least 0 is always true: nothing could fail")
	case a.bound == "fewer than" && a.n == 0:
		return fmt.Errorf("fewer than 0 is never true")
	}
	return nil
}

// holds reports whether n satisfies the amount.
func (a amount) holds(n int) bool {
	switch a.bound {
	case "at least":
		return n >= a.n
	case "at most":
		return n <= a.n
	case "more than":
		return n > a.n
	case "fewer than":
		return n < a.n
	}
	return n == a.n
}

// String returns the amount as sentences write it.
func (a amount) String() string { return strings.TrimSpace(a.bound + " " + strconv.Itoa(a.n)) }

// inNumber returns a matcher for a list whose length satisfies the amount.
func (a amount) inNumber() types.GomegaMatcher {
	return observe.HaveCountThat("be "+a.String()+" in number", a.holds)
}

// isAmount returns the check of a claim whose argument at index at is an amount.
func isAmount(at int) func(Line, []string) error {
	return func(in Line, args []string) error {
		a, err := parseAmount(args[at])
		switch {
		case err != nil:
			return err
		case in.frame == "never within" && a.bound == "" && a.n > 0 && !strings.HasPrefix(args[at], "exactly"):
			return fmt.Errorf("never %[1]d lets more and fewer through: write at least %[1]d, fewer than %[1]d, or exactly %[1]d if you mean that number", a.n)
		}
		return a.sense()
	}
}

// koreanAmounts translates a Korean amount into English.
func koreanAmounts(word string) string {
	number := strings.TrimLeft(word, "정확히적어도많아야 ")
	digits := number[:len(number)-len(strings.TrimLeft(number, "0123456789"))]
	switch {
	case digits == "":
		return "no"
	case strings.HasPrefix(word, "정확히"):
		return "exactly " + digits
	case strings.HasPrefix(word, "적어도"):
		return "at least " + digits
	case strings.HasPrefix(word, "많아야"):
		return "at most " + digits
	case strings.HasSuffix(word, "보다 많다"):
		return "more than " + digits
	case strings.HasSuffix(word, "보다 적다"):
		return "fewer than " + digits
	}
	return digits
}

// translating returns a translator that has a function of its own for some arguments, by
// index, and leaves the others unchanged.
func translating(by map[int]func(string) string) func(int, string) string {
	return func(argument int, word string) string {
		if translate := by[argument]; translate != nil {
			return translate(word)
		}
		return word
	}
}
