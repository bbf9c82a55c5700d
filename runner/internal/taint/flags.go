package taint

import (
	"regexp"
	"strings"
)

// valued lists the flags of programs that take the next word as their value, or the
// next two.
var valued = map[string]string{
	"grep": "-m -A -B -C -e -f --max-count --regexp --file", "sed": "-e -l -f --expression --file", "awk": "-F -v -f -W", "mawk": "-F -v -f -W", "gawk": "-F -v -f -E",
	"jq": "--indent --arg --arg --argjson --argjson --slurpfile --slurpfile --rawfile --rawfile -f --from-file -L", "head": "-n -c", "tail": "-n -c", "cut": "-d -f -c -b", "sort": "-k -t -S -T --files0-from --compress-program -o",
	"openssl": "-in -CAfile -CApath -connect -servername -checkhost -checkip -checkemail -checkend -subj -untrusted -inform -outform -cert -key -verify_hostname -config -engine -provider -provider-path -extfile -passin -writerand -rand -out",
	"curl":    "-H --header -u --user -d --data --resolve --connect-to -m --max-time --connect-timeout --url --cacert --cert --key -E -w --write-out -o -X --request -A --user-agent -b --cookie -e --referer --interface --retry --retry-delay",
	"etcdctl": "--endpoints --cacert --cert --key -w --write-out --command-timeout --dial-timeout --prefix-key --rev --limit",
	"crictl":  "-r --runtime-endpoint -i --image-endpoint -t --timeout --name --label --pod -p --state --tail -o --output --id --image",
	"yq":      "-o --output-format -p --input-format -I --indent -f --front-matter --from-file --expression -s --split-exp",
	"diff":    "--to-file --from-file -U -C --label", "wc": "--files0-from", "du": "--files0-from", "file": "-f -m --files-from --magic-file",
	"column": "-s -t -c", "paste": "-d", "join": "-t -1 -2 -j -o", "date": "-d", "egrep": "-f -e", "fgrep": "-f -e", "stat": "-c --format", "ping": "-c -W -w -i -I", "tr": "",
}

// takesValue returns the number of words after a flag that are its values.
func takesValue(program, flag string) int {
	count := 0
	for _, f := range strings.Fields(valued[program]) {
		if f == flag {
			count++
		}
	}
	if count > 0 || !clusters.MatchString(flag) || program == "openssl" {
		return count
	}
	for i := 1; i < len(flag)-1; i++ { // combined flags, such as -ne
		if takesValue(program, "-"+flag[i:i+1]) > 0 {
			return 0
		}
	}
	return takesValue(program, "-"+flag[len(flag)-1:])
}

var clusters = regexp.MustCompile(`^-[A-Za-z]{2,}$`)
