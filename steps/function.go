package steps

import (
	"context"
	"reflect"
	"slices"

	"github.com/gherkube/gherkube/steps/internal/grammar"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

// function returns the step's function for godog. An added step that is Disruptive
// refuses a cluster that other scenarios share, as gherkube's own do. For one that
// acts on the cluster, function sets the mark: later expectations are judged from the
// end of the action.
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
		case err != nil: // From tells
		case s.Disruptive && under.Shared():
			return []reflect.Value{reflect.ValueOf(&scenario.ErrShared).Elem()}
		case acts:
			defer under.Acted(ctx)
		}
		return f.Call(args)
	}).Interface()
}

// filled makes of a step's function one that is called with values in the
// place of their names, in all that the sentence gives it, or in its words alone.
func filled(function any, wordsOnly bool) any {
	f := reflect.ValueOf(function)
	return reflect.MakeFunc(f.Type(), func(args []reflect.Value) []reflect.Value {
		s, err := scenario.From(args[0].Interface().(context.Context))
		var values map[string]string
		if err == nil {
			values = s.Values()
		}
		for i := 1; i < len(args) && err == nil; i++ {
			if wordsOnly && args[i].Kind() != reflect.String {
				continue
			}
			args[i], err = grammar.FillArgument(args[i], values)
		}
		if err != nil {
			return []reflect.Value{reflect.ValueOf(&err).Elem()}
		}
		return f.Call(args)
	}).Interface()
}
