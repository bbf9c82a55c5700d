package lsp

import (
	"context"
	"encoding/json"
)

// client holds the editor's capabilities.
type client struct{ snippets, nested bool }

// asked decodes the parameters of a request and calls its function.
func asked[P any](params json.RawMessage, call func(P) (any, error)) (any, error) {
	var p P
	if err := json.Unmarshal(params, &p); err != nil {
		return nil, failure(invalidParams, "the parameters cannot be read: %v", err)
	}
	return call(p)
}

// told decodes the parameters of a notification and calls its function.
func told[P any](params json.RawMessage, call func(P) error) (any, error) {
	return asked(params, func(p P) (any, error) { return nil, call(p) })
}

// handle handles all messages.
func (s *server) handle(ctx context.Context, method string, params json.RawMessage) (any, error) {
	switch {
	case method == "exit":
		return nil, errExit
	case method == "initialize":
		return asked(params, s.initialize)
	case !s.began:
		return nil, failure(serverNotInitialized, "%s before initialize", method)
	case s.shut:
		return nil, failure(invalidRequest, "%s after shutdown", method)
	}
	switch method {
	case "initialized", "$/setTrace", "textDocument/didSave", "workspace/didChangeConfiguration", "workspace/didChangeWatchedFiles":
		return nil, nil
	case "shutdown":
		s.shut = true
		return nil, nil
	case "textDocument/didOpen":
		return told(params, func(p openParams) error { s.open(p); return nil })
	case "textDocument/didChange":
		return told(params, s.change)
	case "textDocument/didClose":
		return told(params, func(p openParams) error { return s.shutDocument(p.TextDocument.URI) })
	}
	return s.feature(ctx, method, params)
}

// feature answers requests about a document.
func (s *server) feature(ctx context.Context, method string, params json.RawMessage) (any, error) {
	switch method {
	case "textDocument/completion":
		return asked(params, s.complete)
	case "textDocument/hover":
		return asked(params, s.hover)
	case "textDocument/documentSymbol":
		return asked(params, s.symbols)
	case "textDocument/formatting":
		return asked(params, s.format)
	case "textDocument/definition":
		return asked(params, s.definition)
	case "textDocument/prepareRename":
		return asked(params, s.prepareRename)
	case "textDocument/rename":
		return asked(params, func(p place) (any, error) { return s.rename(ctx, p) })
	case "textDocument/codeAction":
		return asked(params, s.fixes)
	}
	return nil, failure(methodNotFound, "there is no method %s", method)
}

// initialize returns the server's capabilities.
func (s *server) initialize(p initializeParams) (any, error) {
	if s.began {
		return nil, failure(invalidRequest, "initialize was asked before")
	}
	s.began = true
	text := p.Capabilities.TextDocument
	s.client = client{snippets: text.Completion.CompletionItem.SnippetSupport, nested: text.DocumentSymbol.Hierarchical}
	s.Images = append(s.Images, p.Options.Images...)
	type object = map[string]any
	return object{
		"serverInfo": object{"name": "gherkube", "version": s.Version},
		"capabilities": object{
			"positionEncoding":           "utf-16",
			"textDocumentSync":           object{"openClose": true, "change": 2},
			"completionProvider":         object{"triggerCharacters": []string{" ", `"`}},
			"hoverProvider":              true,
			"documentSymbolProvider":     true,
			"documentFormattingProvider": true,
			"definitionProvider":         true,
			"renameProvider":             object{"prepareProvider": true},
			"codeActionProvider":         object{"codeActionKinds": []string{"quickfix"}},
		},
	}, nil
}
