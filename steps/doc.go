// Package steps is the vocabulary of features: self-describing steps, and the suite that
// registers them with godog.
//
// A Suite runs features under go test. Extend adds sentences to those of gherkube. From
// gives step functions the scenario: its cluster, clients, namespace, values, faults and
// watch history.
//
// Before v1.0, this package may change with a minor version. Sentences stay valid.
package steps
