// Package grammar is the engine of the vocabulary: sentences in several languages,
// their patterns and arguments, tables, and ${placeholders}. It contains nothing
// specific to Kubernetes.
package grammar
