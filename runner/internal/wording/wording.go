// Package wording has what texts for people have in common: plain words for library
// errors that name Go functions, and numbers with their nouns.
package wording

import (
	"regexp"
	"strings"
)

// said are phrases of Go's packages and of client-go, the longer ones first.
var said = strings.NewReplacer(
	"client rate limiter Wait returned an error: context deadline exceeded", "the time ran out before the API server could be asked again",
	"client rate limiter Wait returned an error: context canceled", "it was ended before the API server could be asked again",
	"client rate limiter Wait returned an error: rate: Wait(n=1) would exceed context deadline", "the time ran out before the API server could be asked again",
	"client rate limiter Wait returned an error", "the API server could not be asked again",
	"rate: Wait(n=1) would exceed context deadline", "the time ran out before the API server could be asked again",
	"net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)", "no connection within the time",
	"(Client.Timeout exceeded while awaiting headers)", "(no answer within the time)",
	"net/http: TLS handshake timeout", "no TLS handshake within the time",
	"net/http: request canceled", "the request was ended",
	"context deadline exceeded", "the time ran out",
	"context canceled", "it was ended",
	"i/o timeout", "no answer within the time",
	"use of closed network connection", "the connection was closed",
)

// asked is how the container engine's client begins an error: with the address of its API.
var asked = regexp.MustCompile(`(?:error during connect: )?(?:Get|Head|Post|Put|Delete) "[^"]*/(?:v1\.\d+|_ping)[^"]*": `)

// Plain returns the text in plain words.
func Plain(text string) string { return said.Replace(asked.ReplaceAllString(text, "")) }
