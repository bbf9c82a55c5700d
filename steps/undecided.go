package steps

import (
	"context"
	"reflect"
	"testing"

	"github.com/cucumber/godog"

	"github.com/gherkube/gherkube/fixtures/verdict"
)

// undecided is the error of an undecided step in a test. Its message says so, because
// "go test" knows only pass, fail and skip.
type undecided struct {
	error
	skip bool
}

// Error begins with the verdict.
func (u *undecided) Error() string { return "undecided: " + u.error.Error() }

// Unwrap makes godog skip the rest of the scenario, if the suite asks for it.
func (u *undecided) Unwrap() []error {
	if u.skip {
		return []error{u.error, godog.ErrSkip}
	}
	return []error{u.error}
}

// judged wraps a step's function: under "go test", an undecided error is marked as
// such.
func judged(function any, skip bool) any {
	f := reflect.ValueOf(function)
	return reflect.MakeFunc(f.Type(), func(args []reflect.Value) []reflect.Value {
		results := f.Call(args)
		last := len(results) - 1
		if err, failed := results[last].Interface().(error); failed {
			err = inTest(args[0].Interface().(context.Context), err, skip)
			results[last] = reflect.ValueOf(&err).Elem()
		}
		return results
	}).Interface()
}

// inTest returns the error in the form for the scenario's test. An undecided scenario
// is skipped only if its test supports that; it never passes.
func inTest(ctx context.Context, err error, skip bool) error {
	t := testOf(ctx)
	if t == nil || verdict.Of(err) != verdict.Undecided {
		return err
	}
	told := &undecided{error: err, skip: skip}
	if told.skip {
		// godog continues after the step until the scenario ends: only then can the
		// test be skipped.
		t.Cleanup(func() { t.Skip(told.Error()) })
	}
	return told
}

// testOf returns the test in which godog runs a scenario, or nil. godog v0.15's own T
// only records the skip, and lets the test pass (cucumber/godog#565). T keeps the test
// in a field, which testOf reads.
func testOf(ctx context.Context) *testing.T {
	t := reflect.ValueOf(godog.T(ctx))
	if t.Kind() != reflect.Pointer || t.IsNil() {
		return nil
	}
	field := t.Elem().FieldByName("t")
	if !field.IsValid() || field.Type() != reflect.TypeFor[*testing.T]() {
		return nil
	}
	return (*testing.T)(field.UnsafePointer())
}
