package page

import (
	"bytes"
	"html/template"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Prose renders Markdown as safe HTML: HTML in the text is shown as written, addresses
// that run scripts are left out, and images become their descriptions. The first heading
// of level 1 is the title and is not in the HTML; all others are one level lower, below a
// heading of the page.
func Prose(markdown string) (title string, safe template.HTML, err error) {
	source := []byte(markdown)
	parsed := prose.Parser().Parse(text.NewReader(source))
	if first, is := parsed.FirstChild().(*ast.Heading); is && first.Level == 1 {
		title = plain(first, source)
		parsed.RemoveChild(parsed, first)
	}
	var out bytes.Buffer
	if err := prose.Renderer().Render(&out, source, parsed); err != nil {
		return "", "", err
	}
	return title, template.HTML(out.String()), nil //nolint:gosec // the renderer escapes what is not Markdown
}

var prose = goldmark.New(
	goldmark.WithExtensions(extension.Table),
	goldmark.WithParserOptions(parser.WithASTTransformers(util.Prioritized(lower{}, 0))),
	goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(escaping{}, 0))),
)

// lower moves headings down, and has links open beside the page.
type lower struct{}

// Transform implements parser.ASTTransformer.
func (lower) Transform(doc *ast.Document, _ text.Reader, _ parser.Context) {
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) { // the function returns no error
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			if n != doc.FirstChild() || n.Level > 1 {
				n.Level = min(n.Level+1, 6)
			}
		case *ast.Link, *ast.AutoLink:
			n.SetAttributeString("target", []byte("_blank"))
			n.SetAttributeString("rel", []byte("noopener noreferrer"))
		case *ast.FencedCodeBlock, *ast.CodeBlock:
			n.SetAttributeString("tabindex", []byte("0"))
		}
		return ast.WalkContinue, nil
	})
}

// escaping renders what the page does not take from a text.
type escaping struct{}

// RegisterFuncs implements renderer.NodeRenderer.
func (escaping) RegisterFuncs(to renderer.NodeRendererFuncRegisterer) {
	shown := func(of func(ast.Node, []byte) []byte) renderer.NodeRendererFunc {
		return func(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
			if entering {
				_, _ = w.Write(util.EscapeHTML(of(n, source))) // a failure shows at the end
			}
			return ast.WalkSkipChildren, nil
		}
	}
	to.Register(ast.KindImage, shown(func(n ast.Node, source []byte) []byte { return []byte(plain(n, source)) }))
	to.Register(ast.KindRawHTML, shown(func(n ast.Node, source []byte) []byte { return n.(*ast.RawHTML).Segments.Value(source) }))
	to.Register(ast.KindHTMLBlock, shown(func(n ast.Node, source []byte) []byte {
		block := n.(*ast.HTMLBlock)
		written := n.Lines().Value(source)
		if block.HasClosure() {
			written = append(written, block.ClosureLine.Value(source)...)
		}
		return written
	}))
}

// plain returns the text of a node without its markup.
func plain(n ast.Node, source []byte) string {
	var said bytes.Buffer
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) { // the function returns no error
		if t, is := n.(*ast.Text); is && entering {
			said.Write(t.Segment.Value(source))
		}
		return ast.WalkContinue, nil
	})
	return said.String()
}
