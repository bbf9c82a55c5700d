package cli

import (
	"cmp"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/gherkube/gherkube/fixtures/etcd"
	"github.com/gherkube/gherkube/runner/internal/input"
	"github.com/gherkube/gherkube/steps"
	"github.com/gherkube/gherkube/steps/spelling"
)

// languageOf returns the language in which sentences are listed besides English:
// from --language, from the words that are searched for, or from the locale.
func languageOf(flag string, words []string) (steps.Language, error) {
	switch l := steps.Language(flag); {
	case l == steps.English, l == steps.Korean:
		return l, nil
	case flag != "":
		return "", input.Errorf("--language %s: sentences are in en (English) or ko (Korean)", flag)
	}
	locale := cmp.Or(os.Getenv("LC_ALL"), os.Getenv("LC_MESSAGES"), os.Getenv("LANG"))
	korean := slices.ContainsFunc(words, func(w string) bool {
		return strings.ContainsFunc(w, func(r rune) bool { return unicode.Is(unicode.Hangul, r) })
	})
	if korean || locale == "ko" || strings.HasPrefix(locale, "ko_") || strings.HasPrefix(locale, "ko.") {
		return steps.Korean, nil
	}
	return steps.English, nil
}

// unsaid explains how to express something if no sentence contains the words.
func (a *app) unsaid(words []string) string {
	about := strings.Join(words, " ")
	text := fmt.Sprintf("no sentence has the words %q", about)
	if meant := a.respelt(words); meant != about {
		return text + "; did you mean: gherkube steps " + meant
	}
	kind := strings.ToLower(words[len(words)-1])
	text += a.ofAnyType(kind)
	text += "\nA command says most of what has no sentence of its own:" +
		fmt.Sprintf("\n  Then        within 30s \"kubectl get %s NAME -o jsonpath={.status}\" prints \"...\"", kind) +
		fmt.Sprintf("\n  Given/When  I run \"kubectl create %s NAME ...\"", kind) +
		"\n  Given/When  I apply:   (with a manifest in a doc string)"
	kind = cmp.Or(shortNames[kind], kind)
	if _, err := etcd.Key(kind, "", ""); err == nil {
		text += fmt.Sprintf("\nA field of an object can be asked of etcd:\n  Then        within 30s etcd holds %s \"NAME\" with {.spec...} \"...\"", kind)
	}
	return text
}

// ofAnyType returns the sentences about objects of any type, if the vocabulary has
// them.
func (a *app) ofAnyType(kind string) string {
	text := ""
	for _, sentence := range []string{
		`within 30s %s "NAME" exists`, `within 30s %s "NAME" is Ready`, `within 30s {.spec.replicas} of %s "NAME" is "3"`,
	} {
		sentence = fmt.Sprintf(sentence, kind)
		if len(a.vocabulary().Match(sentence)) == 1 {
			text += "\n  Then        " + sentence
		}
	}
	if text == "" {
		return ""
	}
	return "\nIf it is a type of objects, as kubectl names them, there are sentences for any type (gherkube steps objects):" + text
}

// shortNames maps kubectl's short names to the kinds that sentences use.
var shortNames = map[string]string{
	"cj": "cronjob", "cm": "configmap", "deploy": "deployment", "ds": "daemonset", "ep": "endpoints", "ing": "ingress",
	"netpol": "networkpolicy", "no": "node", "ns": "namespace", "pc": "priorityclass", "po": "pod", "pv": "persistentvolume",
	"pvc": "persistentvolumeclaim", "rs": "replicaset", "sa": "serviceaccount", "sc": "storageclass", "sts": "statefulset", "svc": "service",
}

var words = regexp.MustCompile(`[\pL][\pL-]+`)

// respelt corrects the spelling of words to that of sentences.
func (a *app) respelt(asked []string) string {
	var known []string
	for _, s := range a.vocabulary().All() {
		known = append(known, words.FindAllString(strings.ToLower(s.Topic+" "+s.Example+" "+s.Meaning), -1)...)
	}
	all := make([]string, len(asked))
	for i, w := range asked {
		w = strings.ToLower(w)
		if all[i] = w; !slices.Contains(known, w) {
			all[i] = cmp.Or(spelling.Nearest(w, known), w)
		}
	}
	return strings.Join(all, " ")
}
