package taint

// reader is a program that reads the files that it is given, and runs nothing.
type reader struct {
	// not are flags whose value must not come from an answer: it would be the
	// question, or name files to read.
	not []string
	// never are flags that must not be there at all.
	never []string
	// program tells that its first operand is one, or a question.
	program bool
	// language tells that it is one in a language that can do more than ask.
	language bool
	// values tells that text from an answer may stand anywhere.
	values bool
	// runs tells that an option could have it run something.
	runs bool
}

// checksum reads files, or a list of files to read.
var checksum = reader{never: []string{"-c", "--check"}}

var readers = map[string]reader{
	"cat": {}, "head": {}, "tail": {}, "tac": {}, "rev": {}, "nl": {}, "fold": {}, "fmt": {}, "column": {}, "paste": {}, "expand": {}, "pr": {}, "shuf": {}, "zcat": {},
	"cut": {}, "tr": {}, "uniq": {}, "comm": {}, "join": {}, "cmp": {}, "diff": {not: []string{"--to-file", "--from-file"}},
	"base64": {}, "base32": {}, "od": {}, "xxd": {}, "hexdump": {}, "strings": {}, "file": {not: []string{"-f", "-m", "--files-from", "--magic-file"}},
	"stat": {}, "ls": {}, "basename": {}, "dirname": {}, "realpath": {}, "readlink": {}, "namei": {}, "wc": {not: []string{"--files0-from"}},
	"sort":   {not: []string{"--files0-from", "--compress-program"}, never: []string{"-o", "--output"}, runs: true},
	"du":     {not: []string{"--files0-from"}},
	"md5sum": checksum, "sha1sum": checksum, "sha224sum": checksum, "sha256sum": checksum, "sha384sum": checksum, "sha512sum": checksum, "cksum": {},
	"grep": {program: true, not: []string{"-f", "--file"}}, "egrep": {program: true, not: []string{"-f"}}, "fgrep": {program: true, not: []string{"-f"}}, "zgrep": {program: true, not: []string{"-f"}},
	"sed":  {program: true, language: true, not: []string{"-f", "--file"}, never: []string{"-i", "--in-place"}},
	"awk":  {program: true, language: true, not: []string{"-f", "--file", "-E"}},
	"mawk": {program: true, language: true, not: []string{"-f"}}, "gawk": {program: true, language: true, not: []string{"-f", "-E"}},
	"jq": {program: true, language: true, not: []string{"-f", "--from-file", "-L"}}, "yq": {program: true, language: true, not: []string{"-f", "--from-file"}},
	"openssl": {not: []string{"-config", "-engine", "-provider", "-provider-path", "-extfile", "-passin", "-writerand", "-rand"}, never: []string{"-out"}, runs: true},
	"echo":    {values: true}, "printf": {program: true, values: true}, ":": {values: true},
	"true": {}, "false": {}, "exit": {}, "return": {}, "wait": {}, "sleep": {}, "read": {}, "mapfile": {}, "readarray": {}, "type": {},
}

// readsNodes are programs that look at a node's files or sockets, and run
// nothing of what they find.
var readsNodes = map[string]bool{
	"etcdctl": true, "etcdutl": true, "crictl": true, "ctr": true, "kubeadm": true, "find": true, "tar": true, "df": true, "findmnt": true, "mountpoint": true, "lsattr": true,
	"getcap": true, "ss": true, "nc": true, "pwdx": true, "lsns": true, "ldd": false, "systemd-analyze": false, "cksum": true, "gunzip": true, "gzip": true, "ip": true, "pgrep": true,
}
