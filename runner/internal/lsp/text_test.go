package lsp

import "testing"

func TestPositionsCountUTF16(t *testing.T) {
	doc := textOf("a😀나\r\nb\n")
	for _, row := range []struct {
		p      position
		offset int
	}{
		{position{0, 0}, 0}, {position{0, 1}, 1}, {position{0, 3}, 5}, {position{0, 4}, 8}, {position{1, 0}, 10}, {position{1, 1}, 11}, {position{2, 0}, 12},
	} {
		if got := doc.offset(row.p); got != row.offset {
			t.Errorf("offset of %+v: %d, want %d", row.p, got, row.offset)
		}
		if got := doc.positionOf(row.offset); got != row.p {
			t.Errorf("position of %d: %+v, want %+v", row.offset, got, row.p)
		}
	}
	if got := doc.offset(position{0, 2}); got != 1 {
		t.Errorf("within a character: %d", got)
	}
	if got := doc.offset(position{0, 99}); got != 8 {
		t.Errorf("behind the end of a line: %d", got)
	}
}

func FuzzPositions(f *testing.F) {
	f.Add("a😀\r\n\xff\n", 1, 2)
	f.Fuzz(func(t *testing.T, content string, line, character int) {
		doc := textOf(content)
		if at := doc.offset(position{line % 1000, character % 1000}); at < 0 || at > len(content) {
			t.Errorf("offset %d of %d", at, len(content))
		}
	})
}
