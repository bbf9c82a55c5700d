package lsp

import (
	"cmp"
	"strings"

	messages "github.com/cucumber/messages/go/v21"

	"github.com/gherkube/gherkube/runner/internal/feature"
)

// symbols returns the feature, its rules, backgrounds, scenarios and Examples.
func (s *server) symbols(p place) (any, error) {
	d, err := s.document(p.TextDocument.URI)
	if err != nil {
		return nil, err
	}
	all := []documentSymbol{}
	if d.isFeature() {
		document, _ := feature.Syntax(d.path, []byte(d.text.whole))
		if document != nil && document.Feature != nil {
			all = append(all, outline{d}.feature(document.Feature))
		}
	}
	if s.client.nested {
		return all, nil
	}
	return flat(d.uri, all), nil
}

// flat returns symbols as a list, for editors that cannot display nested ones.
func flat(uri string, nested []documentSymbol) []symbolInformation {
	all := []symbolInformation{}
	for _, s := range nested {
		all = append(all, symbolInformation{s.Name, s.Kind, location{uri, s.Range}})
		all = append(all, flat(uri, s.Children)...)
	}
	return all
}

// outline makes the symbols of a document.
type outline struct{ *document }

func (o outline) feature(f *messages.Feature) documentSymbol {
	own := o.symbol(f.Location, f.Keyword, f.Name, symbolModule)
	for _, c := range f.Children {
		switch {
		case c.Rule != nil:
			own.Children = append(own.Children, o.rule(c.Rule))
		default:
			own.Children = append(own.Children, o.part(c.Background, c.Scenario)...)
		}
	}
	return o.ended(own, len(o.text.lines)-1)
}

func (o outline) rule(r *messages.Rule) documentSymbol {
	own := o.symbol(r.Location, r.Keyword, r.Name, symbolNamespace)
	for _, c := range r.Children {
		own.Children = append(own.Children, o.part(c.Background, c.Scenario)...)
	}
	return own
}

func (o outline) part(b *messages.Background, s *messages.Scenario) []documentSymbol {
	if b != nil {
		return []documentSymbol{o.symbol(b.Location, b.Keyword, b.Name, symbolBackground)}
	}
	own := o.symbol(s.Location, s.Keyword, s.Name, symbolMethod)
	for _, e := range s.Examples {
		own.Children = append(own.Children, o.symbol(e.Location, e.Keyword, e.Name, symbolArray))
	}
	return []documentSymbol{own}
}

// symbol returns the symbol of a part whose end is not known yet.
func (o outline) symbol(at *messages.Location, keyword, name string, kind int) documentSymbol {
	line := int(at.Line) - 1
	written := o.text.written(line)
	return documentSymbol{Name: cmp.Or(name, keyword), Detail: keyword, Kind: kind, Range: written, SelectionRange: written}
}

// ended sets the ends of a part and of the parts in it: each lasts until the next
// one begins.
func (o outline) ended(s documentSymbol, last int) documentSymbol {
	for last > s.Range.Start.Line && strings.TrimSpace(o.text.line(last)) == "" {
		last--
	}
	s.Range.End = o.text.at(last, len(o.text.line(last)))
	for i, c := range s.Children {
		end := last
		if i+1 < len(s.Children) {
			end = s.Children[i+1].Range.Start.Line - 1
		}
		s.Children[i] = o.ended(c, end)
	}
	return s
}
