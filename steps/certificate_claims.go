package steps

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/onsi/gomega/types"

	"github.com/gherkube/gherkube/fixtures/certificate"
	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/fixtures/observe"
	"github.com/gherkube/gherkube/steps/internal/scenario"
)

const (
	certificateWords = `the certificate of (?:(\S+):(\d+)|file "([^"]+)" on (\S+)|the kubeconfig "([^"]+)" on (\S+))`
	koreanWhich      = `(?:(\S+):(\d+)|(\S+)의 파일 "([^"]+)"|(\S+)의 kubeconfig "([^"]+)")의 인증서`
	certificateAt    = 6 // the groups of the words before

	certificateMeaning = " A server of a node presents it over TLS, at any address of the node, loopback included; or it is the first one in a file in PEM; or it is that of the user of a kubeconfig's current context. There has to be one."
)

// koreanCertificate is the order of the groups of koreanWhich, with those after it.
func koreanCertificate(more ...int) []int {
	order := []int{0, 1, 3, 2, 5, 4}
	for _, at := range more {
		order = append(order, certificateAt+at)
	}
	return order
}

// What is true of a certificate of a node.
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
			days, err := daysIn(args[7])
			if err != nil {
				return nil, nil, err
			}
			want := fmt.Sprintf("be valid for %s %d days", args[6], days)
			return certificateThat(s, args, want, func(c certificate.Certificate) bool {
				if args[6] == "at least" {
					return c.ValidFor(days, time.Now())
				}
				return c.EndsWithin(days, time.Now())
			})
		},
		check: aboutCertificate(func(args []string) error {
			return unlessValue(args[7], func(word string) error { _, err := daysIn(word); return err })
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
			wanted, want := args[6] == "is", fmt.Sprintf("be signed by %q", args[7])
			if !wanted {
				want = "be there and not " + want
			}
			return certificateThat(s, args, want, func(c certificate.Certificate) bool { return c.SignedBy(args[7]) == wanted })
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
			wanted, want := args[6] == "names", fmt.Sprintf("name %q", args[7])
			if !wanted {
				want = "be there and not " + want
			}
			return certificateThat(s, args, want, func(c certificate.Certificate) bool { return c.Names(args[7]) == wanted })
		},
		check: aboutCertificate(nil),
	},
}

// daysIn reads a number of days.
func daysIn(word string) (int, error) {
	const most = 100_000 // more does not fit into a duration
	days, err := strconv.Atoi(word)
	if err != nil || days == 0 || days > most {
		return 0, fmt.Errorf("%s days are no time that a certificate can be valid: those are 1 to %d", word, most)
	}
	return days, nil
}

// aboutCertificate is the check of a claim that begins with certificateWords.
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

// sourceIn reads where certificateWords say that the certificate is.
func sourceIn(args []string) (node, what string, look func(context.Context, cluster.Node) (certificate.Certificate, error), err error) {
	switch {
	case args[0] != "":
		port, err := portIn(args[1])
		return args[0], "the certificate of port " + args[1], func(ctx context.Context, n cluster.Node) (certificate.Certificate, error) {
			return certificate.Served(ctx, n, port)
		}, err
	case args[2] != "":
		return args[3], fmt.Sprintf("the certificate of file %q", args[2]), func(ctx context.Context, n cluster.Node) (certificate.Certificate, error) {
			return certificate.InFile(ctx, n, args[2])
		}, absolute(args[2])
	}
	return args[5], fmt.Sprintf("the certificate of the kubeconfig %q", args[4]), func(ctx context.Context, n cluster.Node) (certificate.Certificate, error) {
		return certificate.InKubeconfig(ctx, n, args[4])
	}, absolute(args[4])
}

// certificateThat looks at the certificate that certificateWords captured.
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
