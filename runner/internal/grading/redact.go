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

// hidden replaces a secret.
const hidden = "[redacted]"

// secretLength is the minimum length of a Secret's value that is redacted
// everywhere, in bytes. Shorter values are part of many ordinary words.
const secretLength = 6

// pieceLength is the length of the pieces of a long value that are searched for.
// The value may be shown in part, or wrapped at 76 characters as base64 is.
const pieceLength = 38

// looksSecret matches texts that are secret wherever they come from: tokens of
// service accounts, and private keys.
var looksSecret = regexp.MustCompile(
	`eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}|(?s:-----BEGIN [A-Z ]*PRIVATE KEY-----.*?-----END [A-Z ]*PRIVATE KEY-----)|client-key-data: \S+`)

// vault knows the current and past contents of a cluster's Secrets. It lists the
// Secrets again before it redacts a text, because the text may show a new Secret.
type vault struct {
	list   func() ([]corev1.Secret, error)
	asking chan struct{} // semaphore: held while Secrets are listed

	mu    sync.Mutex        // guards the fields below; never held during a request to the cluster
	looks int               // number of lists started
	known map[string]bool   // the texts to redact
	short map[string]*short // by key and value
	words map[string]bool   // texts to redact where they are whole words
	hides *strings.Replacer
	next  time.Time // earliest time of the next list
}

// The timeout of a list, and the delay after a failed one. A broken cluster shows
// no Secrets, so a text cannot show any either.
const (
	lookBound  = 5 * time.Second
	lookPutOff = 30 * time.Second
)

func newVault(list func() ([]corev1.Secret, error)) *vault {
	return &vault{list: list, asking: make(chan struct{}, 1), known: map[string]bool{}, short: map[string]*short{}, words: map[string]bool{}}
}

// redactor returns a function for run.Options.Redact, which redacts the contents
// of the cluster's Secrets.
func (s *Environment) redactor(ctx context.Context) func() func(string) string {
	if s.vault == nil {
		s.vault = newVault(func() ([]corev1.Secret, error) { return s.secrets(ctx) })
	}
	return s.vault.redact
}

// secrets lists the Secrets of the cluster, even after ctx was cancelled.
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

// redact lists the Secrets, and returns a function that redacts everything known so
// far.
func (v *vault) redact() func(string) string {
	v.gather()
	return v.hide
}

// hide redacts everything known, without a request to the cluster.
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

// gather returns when a list that started after the call has ended or has been
// delayed. One list serves all waiting callers.
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

// begun adds more to the number of lists started. It returns that number, and
// whether a list may start now.
func (v *vault) begun(more int) (looks int, due bool) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.looks += more
	return v.looks, time.Now().After(v.next)
}

// learnAll adds the Secrets of a list.
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

// public reports whether a key of a Secret that Kubernetes itself writes holds no
// secret. Redacting such values, for example the namespace's name, would damage
// every text.
func public(kind corev1.SecretType, key string) bool {
	switch kind {
	case corev1.SecretTypeServiceAccountToken:
		return key != corev1.ServiceAccountTokenKey
	case corev1.SecretTypeBootstrapToken:
		return key != "token-secret"
	}
	return false
}

// learn adds all forms in which a value may be shown: plain, quoted as programs do,
// and in base64. Multi-line values are added line by line, because programs indent
// them.
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

// pieces adds a line, a long one in parts. The first and last lines of key files
// are skipped, because many files share them.
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

// replacer returns a replacer that tries the longest text first, because one text
// may be a prefix of another.
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
