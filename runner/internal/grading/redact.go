package grading

import (
	"cmp"
	"context"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/kubernetes"
)

// hidden is what stands in the place of a secret.
const hidden = "[redacted]"

// secretLength is how long a value of a Secret has to be to be looked for
// everywhere: a shorter one stands in many words that are no secret.
const secretLength = 6

// pieceLength is how much of a long value is looked for at a time: it may be
// shown in part, and wrapped at 76 characters as base64 does.
const pieceLength = 38

// looksSecret are what is secret wherever it comes from: tokens of service
// accounts, and private keys.
var looksSecret = regexp.MustCompile(
	`eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}|(?s:-----BEGIN [A-Z ]*PRIVATE KEY-----.*?-----END [A-Z ]*PRIVATE KEY-----)|client-key-data: \S+`)

// vault knows what the Secrets of a cluster hold and have held. It looks again
// before each text that it hides something in: the text may show a Secret that was
// made a moment ago.
type vault struct {
	list   func() ([]corev1.Secret, error)
	asking chan struct{} // holds a token while somebody looks

	mu    sync.Mutex        // guards what follows; never held while the cluster is asked
	looks int               // that have begun
	known map[string]bool   // the texts to hide
	short map[string]*short // by key and value
	words map[string]bool   // to hide where they are words of their own
	hides *strings.Replacer
	next  time.Time // when to look again
}

// How long a look may take, and is put off by one that was in vain: the cluster
// may have been broken, and then it shows no Secrets either.
const (
	lookBound  = 5 * time.Second
	lookPutOff = 30 * time.Second
)

func newVault(list func() ([]corev1.Secret, error)) *vault {
	return &vault{list: list, asking: make(chan struct{}, 1), known: map[string]bool{}, short: map[string]*short{}, words: map[string]bool{}}
}

// redactor hides in texts what the cluster's Secrets hold, as runner.Options.Redact.
func (s *Environment) redactor(ctx context.Context) func() func(string) string {
	if s.vault == nil {
		s.vault = newVault(func() ([]corev1.Secret, error) { return s.secrets(ctx) })
	}
	return s.vault.redact
}

// secrets are those of the cluster, also when the work they were used in has
// been interrupted.
func (s *Environment) secrets(ctx context.Context) ([]corev1.Secret, error) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), lookBound)
	defer cancel()
	client, err := kubernetes.NewForConfig(s.Cluster.Config())
	if err != nil {
		return nil, err
	}
	list, err := client.CoreV1().Secrets(metav1.NamespaceAll).List(ctx, metav1.ListOptions{})
	if err != nil {
		return nil, err
	}
	return list.Items, nil
}

// redact looks, and returns what hides all that is known then.
func (v *vault) redact() func(string) string {
	v.gather()
	return v.hide
}

// hide hides what is known, and asks nobody.
func (v *vault) hide(text string) string {
	v.mu.Lock()
	defer v.mu.Unlock()
	text = v.hides.Replace(hidePlaces(text))
	text = v.hideShort(text)
	for _, word := range slices.Sorted(maps.Keys(v.words)) {
		text = replaceWords(text, word)
	}
	return looksSecret.ReplaceAllString(text, hidden)
}

// gather returns when a look that began after the call has ended, or is put off.
// One look serves all who wait for it.
func (v *vault) gather() {
	seen, due := v.begun(0)
	if !due {
		return
	}
	v.asking <- struct{}{}
	defer func() { <-v.asking }()
	if now, due := v.begun(0); now > seen || !due {
		return
	}
	v.begun(1)
	secrets, err := v.list()
	v.learnAll(secrets, err)
}

// begun counts so many more looks, and returns how many have begun and whether
// one may begin now.
func (v *vault) begun(more int) (looks int, due bool) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.looks += more
	return v.looks, time.Now().After(v.next)
}

// learnAll takes in what a look has found.
func (v *vault) learnAll(secrets []corev1.Secret, err error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if err != nil {
		v.next = time.Now().Add(lookPutOff)
	}
	before := len(v.known)
	for _, s := range secrets {
		for key, value := range s.Data {
			if !public(s.Type, key) {
				v.learn(key, value)
			}
		}
	}
	if v.hides == nil || len(v.known) > before {
		v.hides = v.replacer()
	}
}

// public tells which keys hold no secret, in the Secrets that Kubernetes itself
// writes: words such as the namespace's would be missed everywhere.
func public(kind corev1.SecretType, key string) bool {
	switch kind {
	case corev1.SecretTypeServiceAccountToken:
		return key != corev1.ServiceAccountTokenKey
	case corev1.SecretTypeBootstrapToken:
		return key != "token-secret"
	}
	return false
}

// learn takes in the forms in which a value is shown: as it is, as programs
// quote it, and in base64; line by line, since what shows it indents it.
func (v *vault) learn(key string, value []byte) {
	plain := strings.TrimSpace(string(value))
	forms := inBase64(value, []byte(plain))
	if len(plain) < secretLength {
		v.learnShort(key, plain, forms)
		return
	}
	if utf8.ValidString(plain) {
		forms = append(forms, plain, strings.Trim(strconv.Quote(plain), `"`))
	}
	for _, form := range forms {
		for line := range strings.Lines(form) {
			v.pieces(strings.TrimSpace(line))
		}
	}
}

// pieces takes in a line, a long one in parts. What begins and ends a file of
// keys is in many.
func (v *vault) pieces(line string) {
	if strings.HasPrefix(line, "-----") {
		return
	}
	for len(line) > 2*pieceLength {
		v.known[line[:pieceLength]] = true
		line = line[pieceLength:]
	}
	if len(line) >= secretLength {
		v.known[line] = true
	}
}

// replacer looks for the longest first: one may begin as another does.
func (v *vault) replacer() *strings.Replacer {
	var texts []string
	for text := range v.known {
		texts = append(texts, text)
	}
	slices.SortFunc(texts, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	var pairs []string
	for _, text := range texts {
		pairs = append(pairs, text, hidden)
	}
	return strings.NewReplacer(pairs...)
}
