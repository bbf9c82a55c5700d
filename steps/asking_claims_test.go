package steps

import "testing"

func TestSentencesAboutRequestsAreHeldAgainstTheirWords(t *testing.T) {
	for text, want := range map[string]string{
		`pod "a" gets status 200 from "http://web"`:                                    "",
		`pod "a" gets status 200 and "..." from "http://web"`:                          "every answer holds these words",
		`pod "a" gets "x" from "ftp://web"`:                                            "only http, https and udp can be asked",
		`pod "a" gets "x" from "http://web" with header "shop.example"`:                "is no header",
		`pod "a" gets "x" from "udp://echo:7" with header "Host: shop.example"`:        "has no headers",
		`pod "a" gets "x" from service "web" with header "Host: shop.example"`:         "",
		`pod "a" gets "x" from "http://web" over TLS 1.3`:                              "goes over no TLS",
		`pod "a" gets an answer from pod "web" over TLS 1.3`:                           "goes over no TLS",
		`pod "a" gets a refusal of TLS 1.2 from "https://web"`:                         "",
		`pod "a" gets a refusal of TLS 1.2 from "http://web"`:                          "goes over no TLS",
		`pod "a" gets a refusal of TLS 1.2 from "https://web" over TLS 1.3`:            "leave out over TLS",
		`pod "a" can connect to "web:80"`:                                              "",
		`pod "a" cannot connect to "web"`:                                              "write HOST:PORT",
		`of 100 requests from pod "a" to "http://web" 0% to 100% reach deployment "b"`: "always true",
		`of 100 requests from pod "a" to "http://web" 30% to 10% reach deployment "b"`: "is no share",
		`of 0 requests from pod "a" to "http://web" 10% to 30% reach deployment "b"`:   "send 1 to 1000",
		`the certificate of worker-1:443 for "shop.example" is that of secret "tls"`:   "",
		`the certificate of file "/a" on worker-1 is not that of secret "tls"`:         "",
		`worker-1의 파일 "/a"의 이름 "shop.example"에 대한 인증서가 시크릿 "tls"의 것이다`:                 "only a server presents",
	} {
		said := "within 5s " + text
		if text[0] > 'z' || text[0] == 'w' {
			said = "5초 안에 " + text
		}
		found := Match(said)
		if len(found) != 1 {
			t.Errorf("%s: %d steps match", said, len(found))
			continue
		}
		complains(t, found[0].Complaint(Line{Text: said}), want)
	}
}
