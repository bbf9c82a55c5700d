package steps_test

import (
	"testing"

	"github.com/gherkube/gherkube/fixtures/cluster"
	"github.com/gherkube/gherkube/steps"
)

// A claim about requests has to match exactly one earlier sentence that begins requests.
func TestClaimsAboutRequestsNeedThem(t *testing.T) {
	const (
		web    = `requests to service "web" from pod "client" go on all the time`
		byNode = `requests to service "web" from node worker-1 go on all the time`
		db     = `requests to pod "db" from pod "client" go on all the time`
		api    = `requests to the API server go on all the time`
		names  = `lookups of "web" from pod "client" go on all the time`
	)
	for name, row := range map[string]struct {
		before []string
		text   string
		want   string // part of the complaint; empty for none
	}{
		"none":               {nil, `no request has failed`, "no sentence before it has begun requests"},
		"none, with a time":  {nil, `for 5s no request fails`, "no sentence before it has begun"},
		"none, in Korean":    {nil, `30초 안에 요청이 응답을 받는다`, "no sentence before it has begun"},
		"the only ones":      {[]string{web}, `no request has failed since`, ""},
		"those":              {[]string{web, api}, `at most 1% of the requests to service "web" have failed`, ""},
		"of two":             {[]string{web, api}, `no request has failed`, `it can mean several: say which of requests to service "web" from pod "client"; requests to the API server`},
		"of one and lookups": {[]string{web, names}, `no request has failed`, ""},
		"lookups":            {[]string{web, names}, `no lookup has failed`, ""},
		"no lookups":         {[]string{web}, `no lookup has failed`, "no sentence before it has begun lookups"},
		"of another name":    {[]string{names}, `no lookup of "db" has failed`, `lookups of "db": this scenario has begun lookups of "web" from pod "client"`},
		"to another":         {[]string{web}, `service "db" was never silent for more than 2s`, `begun requests to service "db"`},
		"to the API server":  {[]string{web, api}, `the API server was never silent for more than 2s`, ""},
		"not to it":          {[]string{web}, `the API server was silent for at least 2s`, "begun requests to the API server"},
		"DNS":                {[]string{web, names}, `DNS was never silent for more than 2s`, ""},
		"no DNS":             {[]string{web}, `DNS was never silent for more than 2s`, "begun lookups"},
		"from either":        {[]string{web, byNode}, `service "web" was never silent for more than 2s`, "it can mean several"},
		"to one of them":     {[]string{web, byNode}, `service "web" was never silent for more than 2s to node worker-1`, ""},
		"from one of them":   {[]string{web, byNode}, `no request from node worker-1 has failed`, ""},
		"from nobody":        {[]string{web}, `no request from this machine has failed`, "from this machine"},
		"answers of one":     {[]string{web, db}, `every answer of service "web" came from pod "web-1"`, ""},
		"answers of any":     {[]string{web, db}, `every answer came from pod "web-1"`, "it can mean several"},
		"pods of no name":    {[]string{web}, `every answer came from the pods "new"`, `no pods are called "new"`},
		"twice":              {[]string{web}, web, "go on already"},
		"twice, in Korean":   {[]string{web}, `파드 "client"가 서비스 "web"에 요청을 계속 보낸다`, "go on already"},
		"the API twice":      {[]string{api}, api, "go on already"},
		"names twice":        {[]string{names}, names, "go on already"},
		"other requests":     {[]string{web}, db, ""},
		"a value":            {[]string{`the output is called "ip"`, `requests to "http://${ip}/" from pod "client" go on all the time`}, `"http://10.0.0.1" was never silent for more than 2s`, ""},
		"an address":         {nil, `requests to "http://10.0.0.1:8080/x" from pod "client" go on all the time`, ""},
		"a name":             {nil, `requests to "http://web/" from pod "client" go on all the time`, `need an address instead of the name "web"`},
		"a name from here":   {nil, `requests to "https://web/" from this machine go on all the time`, ""},
		"https from a pod":   {nil, `requests to "https://10.0.0.1/" from pod "client" go on all the time`, "https is spoken from this machine"},
		"another protocol":   {nil, `requests to "ftp://10.0.0.1/" from pod "client" go on all the time`, "only http, https and udp"},
		"too much":           {[]string{web}, `at most 101% of the requests have failed`, "more than all of them"},
		"no time":            {[]string{web}, `for 0s no request fails`, "takes no time"},
		"an unknown node":    {nil, `requests to service "web" from node worker-9 go on all the time`, "worker-9"},
	} {
		t.Run(name, func(t *testing.T) {
			complains(t, steps.Line{Text: row.text, Before: row.before, Topology: cluster.Default}, row.want)
		})
	}
}
