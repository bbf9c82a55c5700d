package steps

import (
	"strings"
	"testing"

	"github.com/gherkube/gherkube/fixtures/cluster"
)

func TestPartsOfAScenario(t *testing.T) {
	for name, row := range map[string]struct {
		sentences []string
		want      []cluster.Part
		complaint string
	}{
		"none":                     {sentences: []string{"a cluster with 2 workers"}},
		"one":                      {sentences: []string{"the cluster has metrics"}, want: []cluster.Part{cluster.Metrics}},
		"two":                      {sentences: []string{"the cluster has storage and metrics"}, want: []cluster.Part{cluster.Metrics, cluster.Storage}},
		"all":                      {sentences: []string{"the cluster has storage, metrics and network policies"}, want: cluster.AllParts},
		"with a comma before and":  {sentences: []string{"the cluster has storage, metrics, and network policies"}, want: cluster.AllParts},
		"two sentences":            {sentences: []string{"the cluster has storage", "a cluster with 2 workers", "the cluster has metrics"}, want: []cluster.Part{cluster.Metrics, cluster.Storage}},
		"in Korean":                {sentences: []string{"클러스터에 메트릭과 스토리지가 있다"}, want: []cluster.Part{cluster.Metrics, cluster.Storage}},
		"in Korean, with commas":   {sentences: []string{"클러스터에 스토리지, 메트릭, 네트워크 정책이 있다"}, want: cluster.AllParts},
		"misspelt":                 {sentences: []string{"the cluster has network polices"}, complaint: `no part "network polices" (did you mean "network policies"?)`},
		"in the singular":          {sentences: []string{"the cluster has metric"}, complaint: `did you mean "metrics"?`},
		"of another kind":          {sentences: []string{"the cluster has metrics and mail"}, complaint: `no part "mail": the parts are network policies, metrics, storage`},
		"unknown, in Korean":       {sentences: []string{"클러스터에 우체국이 있다"}, complaint: `no part "우체국"`},
		"none between two commas":  {sentences: []string{"the cluster has metrics, , storage"}, complaint: `no part ""`},
		"a name that ends in one":  {sentences: []string{"the cluster has more storage"}, complaint: `no part "more storage"`},
		"the same part once again": {sentences: []string{"the cluster has metrics and metrics"}, want: []cluster.Part{cluster.Metrics}},
	} {
		t.Run(name, func(t *testing.T) {
			want := cluster.Default
			var err error
			if want.Parts, err = cluster.PartsOf(row.want...); err != nil {
				t.Fatal(err)
			}
			got, err := TopologyOf(row.sentences)
			switch {
			case row.complaint != "":
				if err == nil || !strings.Contains(err.Error(), row.complaint) {
					t.Errorf("got %v, want %q", err, row.complaint)
				}
			case err != nil || got != want:
				t.Errorf("got %v, %v, want %v", got, err, want)
			}
		})
	}
}

func TestAFaultOfAPartNeedsThePart(t *testing.T) {
	for _, sentence := range []string{
		"the network policy controller on worker-1 is frozen", "metrics-server is stopped", "the volume provisioner is stopped",
	} {
		step := Match(sentence)[0]
		in := Line{Text: sentence, Isolation: cluster.Disruptive, Topology: cluster.Default}
		if err := step.outOfOrder(in, step.words(sentence)); err == nil || !strings.Contains(err.Error(), "Given the cluster has ") {
			t.Errorf("%s: got %v", sentence, err)
		}
		var err error
		if in.Topology.Parts, err = cluster.PartsOf(cluster.AllParts...); err != nil {
			t.Fatal(err)
		}
		if err := step.outOfOrder(in, step.words(sentence)); err != nil {
			t.Errorf("%s: %v", sentence, err)
		}
	}
}
