// Package placeholder defines the form of a placeholder in features and labs: ${name}.
// Text that only a shell reads ($HOME, $(date), ${x:-1}) is no placeholder.
package placeholder

import "regexp"

// Pattern matches a placeholder. Its group is the name.
var Pattern = regexp.MustCompile(`\$\{([A-Za-z][\w-]*)\}`)

// Replace replaces the placeholders that have a value, and returns the names of the
// undefined ones.
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
