// Package phrases has the sentences that authors define in Gherkin: a scenario tagged
// @phrase, whose name is the sentence and whose steps are what it says.
//
// A phrase is known in the folder of its file and in those below. A phrase whose steps
// are sentences is replaced by them. A phrase whose steps are claims, which say nothing
// of time, is a claim itself: it stands in a frame, as "within 30s", with other phrases
// and on its own.
package phrases
