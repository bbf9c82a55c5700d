package steps

import (
	"bytes"
	"context"
	"encoding/pem"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/onsi/gomega/types"
	corev1 "k8s.io/api/core/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

	"github.com/gherkube/gherkube/fixtures/certificate"
	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

const (
	certificateWords = `the certificate of (?:(\S+):(\d+)(?: for "([^"]+)")?|file "([^"]+)" on (\S+)|the kubeconfig "([^"]+)" on (\S+))`
	koreanWhich      = `(?:(\S+):(\d+)|(\S+)의 파일 "([^"]+)"|(\S+)의 kubeconfig "([^"]+)")의(?: 이름 "([^"]+)"에 대한)? 인증서`
	certificateAt    = 7 // the number of groups before those of a claim

	certificateMeaning = " A server of a node presents it over TLS, at any address of the node, loopback included, to clients that ask for this name or for none; or it is the first one in a file in PEM; or it is that of the user of a kubeconfig's current context. There has to be one."
)

// koreanCertificate returns the order of the groups of koreanWhich, and of more after them.
func koreanCertificate(more ...int) []int {
	order := []int{0, 1, 4, 3, 6, 5, 2}
	for _, at := range more {
		order = append(order, certificateAt+at)
	}
	return order
}

// certificateClaims are the claims about certificates of nodes.
var certificateClaims = []claim{
	{
		topic:    "certificates",
		opposite: true,
		pattern:  certificateWords + ` is valid for (at least|less than) (\d+) days?`,
		meaning:  "The certificate is valid now and for so many days more, or it ends sooner or has ended." + certificateMeaning,
		example:  `the certificate of control-plane-1:6443 is valid for at least 300 days`,
		korean: Sentence{
			Pattern: koreanWhich + `{가/는} (?:앞으로 )?(\d+)일 (이상|미만) 유효하다`,
			Example: `control-plane-1:6443의 인증서가 앞으로 300일 이상 유효하다`,
			Order:   koreanCertificate(1, 0),
			Words:   map[string]string{"이상": "at least", "미만": "less than"},
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			days, err := daysIn(args[8])
			if err != nil {
				return nil, nil, err
			}
			want := fmt.Sprintf("be valid for %s %d days", args[7], days)
			return certificateThat(s, args, want, func(c certificate.Certificate) bool {
				if args[7] == "at least" {
					return c.ValidFor(days, time.Now())
				}
				return c.EndsWithin(days, time.Now())
			})
		},
		check: aboutCertificate(func(args []string) error {
			return unlessValue(args[8], func(word string) error { _, err := daysIn(word); return err })
		}),
	},
	{
		topic:    "certificates",
		opposite: true,
		pattern:  certificateWords + ` (is|is not) signed by "([^"]+)"`,
		meaning: "An authority of this common name has signed the certificate, or has not. The signature is verified if it is the cluster's authority, or those of etcd (etcd-ca) and the front proxy (front-proxy-ca) on a control-plane node; " +
			"of others, the name counts." + certificateMeaning,
		example: `the certificate of control-plane-1:6443 is signed by "kubernetes"`,
		korean: Sentence{
			Pattern: koreanWhich + `{가/는} "([^"]+)"에 의해 (서명되었다|서명되지 않았다)`,
			Example: `control-plane-1:6443의 인증서가 "kubernetes"에 의해 서명되었다`,
			Order:   koreanCertificate(1, 0),
			Words:   map[string]string{"서명되었다": "is", "서명되지 않았다": "is not"},
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			wanted, want := args[7] == "is", fmt.Sprintf("be signed by %q", args[8])
			if !wanted {
				want = "be there and not " + want
			}
			return certificateThat(s, args, want, func(c certificate.Certificate) bool { return c.SignedBy(args[8]) == wanted })
		},
		check: aboutCertificate(nil),
	},
	{
		topic:    "certificates",
		opposite: true,
		pattern:  certificateWords + ` (names|does not name) "([^"]+)"`,
		meaning:  "This host name or address is among the alternative names of the certificate, as TLS clients look for it, or is not. In a certificate without any, the common name and the organizations count." + certificateMeaning,
		example:  `the certificate of file "/etc/kubernetes/pki/apiserver.crt" on control-plane-1 names "10.96.0.1"`,
		korean: Sentence{
			Pattern: koreanWhich + `에 이름 "([^"]+)"{이/가} (있다|없다)`,
			Example: `control-plane-1의 파일 "/etc/kubernetes/pki/apiserver.crt"의 인증서에 이름 "10.96.0.1"이 있다`,
			Order:   koreanCertificate(1, 0),
			Words:   map[string]string{"있다": "names", "없다": "does not name"},
		},
		read: func(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
			wanted, want := args[7] == "names", fmt.Sprintf("name %q", args[8])
			if !wanted {
				want = "be there and not " + want
			}
			return certificateThat(s, args, want, func(c certificate.Certificate) bool { return c.Names(args[8]) == wanted })
		},
		check: aboutCertificate(nil),
	},
	{
		topic:    "certificates",
		opposite: true,
		pattern:  certificateWords + ` (is|is not) that of secret "([^"]+)"`,
		meaning:  "The certificate is the first one in the secret's tls.crt, or another. The secret has to be there, and to have one." + certificateMeaning,
		example:  `the certificate of worker-1:443 for "shop.example" is that of secret "shop-tls"`,
		korean: Sentence{
			Pattern: koreanWhich + `{가/는} 시크릿 "([^"]+)"의 {것/인증서}(이다|가 된다|이 아니다|가 아니다)`,
			Example: `worker-1:443의 이름 "shop.example"에 대한 인증서가 시크릿 "shop-tls"의 것이다`,
			Order:   koreanCertificate(1, 0),
			Words:   map[string]string{"이다": "is", "가 된다": "is", "이 아니다": "is not", "가 아니다": "is not"},
		},
		read:  certificateOfSecret,
		check: aboutCertificate(nil),
		about: func(args []string) []Object { return []Object{{"secret", args[8]}} },
	},
}

// daysIn parses a number of days.
func daysIn(word string) (int, error) {
	const most = 100_000 // more would overflow a time.Duration
	days, err := strconv.Atoi(word)
	if err != nil || days == 0 || days > most {
		return 0, fmt.Errorf("%s days are no time that a certificate can be valid: those are 1 to %d", word, most)
	}
	return days, nil
}

// aboutCertificate returns the check of a claim that starts with certificateWords.
func aboutCertificate(more func(args []string) error) func(Line, []string) error {
	return func(in Line, args []string) error {
		if err := in.node(args[0]); err != nil {
			return err
		}
		if _, _, _, err := sourceIn(args); err != nil {
			return err
		}
		if more == nil {
			return nil
		}
		return more(args)
	}
}

// sourceIn returns where to read the certificate that certificateWords captured.
func sourceIn(args []string) (node, what string, look func(context.Context, cluster.Node) (certificate.Certificate, error), err error) {
	switch {
	case args[0] != "":
		port, err := portIn(args[1])
		what := "the certificate of port " + args[1]
		if args[2] != "" {
			what += fmt.Sprintf(" for %q", args[2])
		}
		return args[0], what, func(ctx context.Context, n cluster.Node) (certificate.Certificate, error) {
			return certificate.Served(ctx, n, port, args[2])
		}, err
	case args[3] != "":
		return args[4], fmt.Sprintf("the certificate of file %q", args[3]), func(ctx context.Context, n cluster.Node) (certificate.Certificate, error) {
			return certificate.InFile(ctx, n, args[3])
		}, errors.Join(absolute(args[3]), noName(args[2]))
	}
	return args[6], fmt.Sprintf("the certificate of the kubeconfig %q", args[5]), func(ctx context.Context, n cluster.Node) (certificate.Certificate, error) {
		return certificate.InKubeconfig(ctx, n, args[5])
	}, errors.Join(absolute(args[5]), noName(args[2]))
}

// noName refuses a server name for a certificate that no server presents.
func noName(name string) error {
	if name != "" {
		return errors.New("only a server presents a certificate for a name")
	}
	return nil
}

// certificateThat returns the certificate that certificateWords captured, and its matcher.
func certificateThat(s *scenario.Scenario, args []string, want string, is func(certificate.Certificate) bool) (observe.Subject, types.GomegaMatcher, error) {
	node, what, look, err := sourceIn(args)
	if err != nil {
		return nil, nil, err
	}
	trusted := s.Cluster().Config().CAData
	subject, err := lookOn(s, node, what, func(ctx context.Context, n cluster.Node) (certificate.Certificate, error) {
		found, err := look(ctx, n)
		if err != nil || found.Flaw != "" || !slices.Contains(args, found.Issuer.CommonName) {
			return found, err
		}
		found.Authorities, err = certificate.Authorities(ctx, trusted, n)
		return found, err
	})
	return subject, observe.Satisfy(want, func(c certificate.Certificate) bool { return c.Flaw == "" && is(c) }), err
}

// beside is a certificate together with the one of a secret.
type beside struct {
	found   certificate.Certificate
	wanted  []byte // as DER
	missing string // why the secret has no certificate
}

// Describe describes the certificate, or what is missing.
func (b beside) Describe() string {
	if b.missing != "" {
		return b.missing
	}
	return b.found.Describe()
}

// certificateOfSecret compares a certificate with the one of a secret.
func certificateOfSecret(s *scenario.Scenario, args []string) (observe.Subject, types.GomegaMatcher, error) {
	node, what, look, err := sourceIn(args)
	if err != nil {
		return nil, nil, err
	}
	subject, err := lookOn(s, node, what, func(ctx context.Context, n cluster.Node) (beside, error) {
		found, err := look(ctx, n)
		if err != nil {
			return beside{}, err
		}
		b := beside{found: found}
		b.wanted, b.missing, err = inSecret(ctx, s, args[8])
		return b, err
	})
	want := fmt.Sprintf("be that of secret %q", args[8])
	if args[7] == "is not" {
		want = "be there and not " + want
	}
	return subject, observe.Satisfy(want, func(b beside) bool {
		return b.missing == "" && b.found.Flaw == "" && bytes.Equal(b.found.Raw, b.wanted) == (args[7] == "is")
	}), err
}

// inSecret returns the first certificate of a secret as DER, or why there is none.
func inSecret(ctx context.Context, s *scenario.Scenario, ref string) (der []byte, missing string, err error) {
	namespace, name := s.Object(ref)
	secret, err := s.Client().CoreV1().Secrets(namespace).Get(ctx, name, metav1.GetOptions{})
	switch {
	case apierrors.IsNotFound(err):
		return nil, fmt.Sprintf("there is no secret %q", ref), nil
	case err != nil:
		return nil, "", scenario.Asking(err, "reading secret %q", ref)
	}
	for rest := secret.Data[corev1.TLSCertKey]; ; {
		var block *pem.Block
		if block, rest = pem.Decode(rest); block == nil {
			return nil, fmt.Sprintf("secret %q has no certificate in %s", ref, corev1.TLSCertKey), nil
		}
		if block.Type == "CERTIFICATE" {
			return block.Bytes, "", nil
		}
	}
}
