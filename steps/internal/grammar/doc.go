// Package grammar is the engine of the vocabulary: sentences in several languages,
// their patterns and arguments, tables, and ${placeholders}. It knows no word of
// Kubernetes.
package grammar
