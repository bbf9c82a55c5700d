package grammar

import (
	"reflect"
	"strings"
	"testing"
)

func TestATableIsReadByItsColumns(t *testing.T) {
	columns := Columns{Needed("name"), Optional("node")}
	for name, row := range map[string]struct {
		table [][]string
		rows  []map[string]string
		err   string
	}{
		"all":              {[][]string{{"node", "name"}, {"worker-1", "web"}}, []map[string]string{{"name": "web", "node": "worker-1"}}, ""},
		"without a column": {[][]string{{"name"}, {"web"}}, []map[string]string{{"name": "web"}}, ""},
		"no rows":          {[][]string{{"name"}}, nil, "the table has no rows below its heading, which can have the columns name, node"},
		"another column":   {[][]string{{"name", "nodes"}, {"web", "x"}}, nil, `the table has a column "nodes": it can have name, node`},
		"twice":            {[][]string{{"name", "name"}, {"web", "x"}}, nil, `the table has the column "name" twice`},
		"one is missing":   {[][]string{{"node"}, {"worker-1"}}, nil, `the table has no column "name"`},
		"a cell is empty":  {[][]string{{"name", "node"}, {"", "worker-1"}}, nil, "the row  | worker-1 has no name"},
	} {
		rows, err := columns.Rows(row.table)
		if (err == nil) != (row.err == "") || err != nil && !strings.HasPrefix(err.Error(), row.err) || !reflect.DeepEqual(rows, row.rows) {
			t.Errorf("%s: got %v, %v", name, rows, err)
		}
	}
}

func TestNeedsAreWhatAPatternCannotDoWithout(t *testing.T) {
	needs := NeedsOf(`^(?:the )?pod "([^"]+)" is (Running|Pending)$`)
	if !needs.In(`pod "web" is Running`) || needs.In(`deployment "web" is Running`) {
		t.Errorf("got %q", needs)
	}
}
