// Package placeholder defines how features and labs refer to a value in a text:
// ${name}. Text that only a shell reads ($HOME, $(date), ${x:-1}) is no
// placeholder.
package placeholder

import "regexp"

// Pattern matches a placeholder. Its group is the name.
var Pattern = regexp.MustCompile(`\$\{([A-Za-z][\w-]*)\}`)

// Replace replaces the placeholders that have a value, and returns the names of
// those that have none.
func Replace(text string, values map[string]string) (replaced string, undefined []string) {
	replaced = Pattern.ReplaceAllStringFunc(text, func(found string) string {
		name := found[len("${") : len(found)-len("}")]
		value, defined := values[name]
		if !defined {
			undefined = append(undefined, name)
			return found
		}
		return value
	})
	return replaced, undefined
}
