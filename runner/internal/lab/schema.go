package lab

import _ "embed"

// Schema is what editors complete and check lab.yaml with. Labs look for it in
// the folder that they are in.
//
//go:embed lab.schema.json
var Schema []byte
