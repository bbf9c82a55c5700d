package steps

import (
	"context"
	"reflect"
	"slices"

	"github.com/gherkube/gherkube/steps/internal/grammar"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// function returns the step's function for godog. For an added Disruptive step, the
// function refuses a shared cluster, as gherkube's own do. For an added step that acts, the
// function marks the end of the action: later expectations count from there.
func (s Step) function() any {
	acts := !s.Looks && slices.ContainsFunc(anAction, s.Allows)
	if !s.added || !acts && !s.Disruptive {
		return s.Func
	}
	f := reflect.ValueOf(s.Func)
	return reflect.MakeFunc(f.Type(), func(args []reflect.Value) []reflect.Value {
		ctx := args[0].Interface().(context.Context)
		under, err := scenario.From(ctx)
		switch {
		case err != nil: // the step's own call of From returns this error
		case s.Disruptive && under.Shared():
			return []reflect.Value{reflect.ValueOf(&scenario.ErrShared).Elem()}
		case acts:
			defer under.Acted(ctx)
		}
		return f.Call(args)
	}).Interface()
}

// filled wraps a step's function to replace each ${name} in its arguments with the value.
func filled(function any) any {
	f := reflect.ValueOf(function)
	return reflect.MakeFunc(f.Type(), func(args []reflect.Value) []reflect.Value {
		s, err := scenario.From(args[0].Interface().(context.Context))
		var values map[string]string
		if err == nil {
			values = s.Values()
		}
		for i := 1; i < len(args) && err == nil; i++ {
			args[i], err = grammar.FillArgument(args[i], values)
		}
		if err != nil {
			return []reflect.Value{reflect.ValueOf(&err).Elem()}
		}
		return f.Call(args)
	}).Interface()
}
