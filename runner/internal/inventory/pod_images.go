package inventory

import "strings"

// PodImage is an image in a cluster's registry.
type PodImage struct {
	Name    string
	Tags    []string
	Meaning string // what it is, in a few words
}

// meanings says what the images for pods are.
var meanings = map[string]string{
	"nginx":                            "a web server on port 80; with a shell, curl and procps; two versions, for rollouts",
	"busybox":                          "a shell and small programs",
	"gherkube/client":                  "what servers are tried with: curl, dig, openssl, nc, ip, ping, jq; with bash",
	"victoriametrics/victoria-metrics": "an add-on with a web page, on port 8428",
}

// PodImages returns the images in a cluster's registry, sorted by name.
func PodImages() []PodImage {
	var all []PodImage
	for _, ref := range Images() {
		name, tag, _ := strings.Cut(ref, ":")
		if len(all) == 0 || all[len(all)-1].Name != name {
			all = append(all, PodImage{Name: name, Meaning: meanings[name]})
		}
		last := &all[len(all)-1]
		last.Tags = append(last.Tags, tag)
	}
	return all
}
