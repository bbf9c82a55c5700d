package grammar

import (
	"context"
	"reflect"
)

// StringsFunc makes a step function with n string parameters: godog compares their
// number with the pattern's groups.
func StringsFunc(n int, run func(context.Context, []string) error) any {
	in := []reflect.Type{reflect.TypeFor[context.Context]()}
	for range n {
		in = append(in, reflect.TypeFor[string]())
	}
	signature := reflect.FuncOf(in, []reflect.Type{reflect.TypeFor[error]()}, false)
	return reflect.MakeFunc(signature, func(values []reflect.Value) []reflect.Value {
		args := make([]string, n)
		for i := range args {
			args[i] = values[i+1].String()
		}
		result := reflect.Zero(reflect.TypeFor[error]())
		if err := run(values[0].Interface().(context.Context), args); err != nil {
			result = reflect.ValueOf(&err).Elem()
		}
		return []reflect.Value{result}
	}).Interface()
}
