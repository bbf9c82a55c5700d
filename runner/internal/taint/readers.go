package taint

// reader describes a program that reads its file arguments and runs nothing.
type reader struct {
	// not lists flags whose value must not come from an answer, because the value
	// is a program text or names files to read.
	not []string
	// never lists flags that are forbidden.
	never []string
	// program is true if the first operand is a program text.
	program bool
	// language is true if that program's language can do more than read.
	language bool
	// values is true if text from an answer may be used anywhere.
	values bool
	// runs is true if the program has an option that runs something.
	runs bool
}

// checksum reads files, but must not read lists of files.
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
	"jq": {program: true, language: true, not: []string{"-f", "--from-file", "-L"}}, "yq": {program: true, language: true, not: []string{"--from-file"}, never: []string{"-i", "--inplace", "-s", "--split-exp"}},
	"openssl": {not: []string{"-config", "-engine", "-provider", "-provider-path", "-extfile", "-passin", "-writerand", "-rand"}, never: []string{"-out"}, runs: true},
	"echo":    {values: true}, "printf": {program: true, values: true}, ":": {values: true},
	"true": {}, "false": {}, "exit": {}, "return": {}, "wait": {}, "sleep": {}, "read": {}, "mapfile": {}, "readarray": {}, "type": {},
}

// readsNodes lists programs that read a node's files or sockets without running
// anything from them.
var readsNodes = map[string]bool{
	"etcdctl": true, "etcdutl": true, "crictl": true, "ctr": true, "kubeadm": true, "find": true, "tar": true, "df": true, "findmnt": true, "mountpoint": true, "lsattr": true,
	"getcap": true, "ss": true, "nc": true, "pwdx": true, "lsns": true, "ldd": false, "systemd-analyze": false, "cksum": true, "gunzip": true, "gzip": true, "ip": true, "pgrep": true,
}
