package lab_test

import (
	"encoding/json"
	"flag"
	"os"
	"testing"

	"github.com/invopop/jsonschema"

	"github.com/gherkube/gherkube/runner/lab"
)

var update = flag.Bool("update", false, "write the schema")

// schemaFile is what editors complete and check lab.yaml with.
const schemaFile = "../../labs/lab.schema.json"

// TestTheSchemaIsFresh makes the schema from the types and their comments.
func TestTheSchemaIsFresh(t *testing.T) {
	reflector := jsonschema.Reflector{ExpandedStruct: true, FieldNameTag: "yaml"}
	if err := reflector.AddGoComments("github.com/gherkube/gherkube/runner/lab", "./", jsonschema.WithFullComment()); err != nil {
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
	if *update {
		if err := os.WriteFile(schemaFile, fresh, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := os.ReadFile(schemaFile)
	if err != nil || string(kept) != string(fresh) {
		t.Errorf("%s is stale: go test ./runner/lab -update (%v)", schemaFile, err)
	}
}
