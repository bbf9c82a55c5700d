package lab_test

import (
	"encoding/json"
	"testing"

	"github.com/invopop/jsonschema"
	"gotest.tools/v3/golden"

	"github.com/gherkube/gherkube/runner/internal/lab"
)

// schemaFile is the JSON schema of lab.yaml. Its path is relative to testdata.
const schemaFile = "../lab.schema.json"

// TestTheSchemaIsFresh generates the schema from the types and their comments.
func TestTheSchemaIsFresh(t *testing.T) {
	reflector := jsonschema.Reflector{ExpandedStruct: true, FieldNameTag: "yaml"}
	if err := reflector.AddGoComments("github.com/gherkube/gherkube/runner/internal/lab", "./", jsonschema.WithFullComment()); err != nil {
		t.Fatal(err)
	}
	schema := reflector.Reflect(&lab.Document{})
	schema.ID = "https://gherkube.dev/schemas/v1/lab.json"
	for _, d := range lab.Domains {
		domain, _ := schema.Properties.Get("domain")
		domain.Enum = append(domain.Enum, d)
	}
	fresh, err := json.MarshalIndent(schema, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	fresh = append(fresh, '\n')
	golden.Assert(t, string(fresh), schemaFile)
}
