package steps

// tables are the topics of the vocabulary, in the catalogue's order.
var tables = [][]Step{}
