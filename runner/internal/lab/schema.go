package lab

import _ "embed"

// Schema is the JSON schema with which editors complete and check lab.yaml. Labs
// refer to it in their parent folder.
//
//go:embed lab.schema.json
var Schema []byte
