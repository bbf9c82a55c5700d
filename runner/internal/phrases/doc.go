// Package phrases expands the steps that authors define in Gherkin. A scenario tagged
// @phrase defines a step: its name is the sentence, its steps are the definition.
//
// A phrase is in scope in the folder of its file and below. If its steps are sentences,
// it expands to them. If its steps are claims, without a time, the phrase is a claim
// itself and stands in a frame such as "within 30s". Phrases may call other phrases.
package phrases
