# gherkube's targets; `make` lists them. CI runs `make test`.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

GO          ?= go
GHERKUBE    := bin/gherkube
GOTESTSUM   := $(GO) run gotest.tools/gotestsum@v1.13.0
GOLANGCI    := $(GO) run github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0
GORELEASER  := $(GO) run github.com/goreleaser/goreleaser/v2@v2.16.0 release --config .ci/goreleaser.yaml --clean
ARGS        ?= features
# The build tags of the tests that need Docker.
REAL        := cluster,image
# Where the known vulnerabilities are listed.
VULNDB      ?= https://vuln.go.dev
# How long the tests on a real cluster may take in all.
PATIENCE    ?= 60m
# When the unit tests of a package count as hanging. With the race detector beside other
# work, the slowest package took longer than go test's own 10 minutes on two cores.
HANGING     ?= 20m
# Where `make browser` keeps screenshots; an absolute folder.
PICTURES    ?=
REALTEST     = $(GOTESTSUM) --format testname -- -tags $(REAL) -timeout $(PATIENCE) -p 1 -count 1

.PHONY: help
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: run
run: image ## run the features on a real cluster (ARGS="features --tags @004-3")
	$(GHERKUBE) run $(ARGS)

.PHONY: test
test: unit lint proof ## what CI runs: unit tests, lint, the library proof, the fault features and their negative tests, a lab

.PHONY: full
full: unit lint features negative faults labs ## everything: all features, every fault four ways, the drivers, and all labs

.PHONY: unit
unit: ## unit tests, without a cluster
	$(GOTESTSUM) --format pkgname-and-test-fails -- -race -timeout $(HANGING) ./...

.PHONY: lint
lint: coverage ## gofmt, vet, golangci-lint, errors and layout of features and labs, and what features do not cover
	$(GO) run ./runner/gherkube lint features features/testdata/negative features/testdata/undecided
	$(GO) run ./runner/gherkube lab lint
	$(GO) run ./runner/gherkube fmt --check --diff features labs features/testdata/negative features/testdata/undecided
	@test -z "$$(gofmt -l .)" || { echo "not formatted (gofmt -w):"; gofmt -l .; exit 1; }
	$(GO) vet ./... && $(GO) vet -tags $(REAL),browser ./...
	$(GOLANGCI) run --allow-parallel-runners ./...

.PHONY: vuln
vuln: ## known vulnerabilities of what is called (VULNDB=file:///... works offline)
	$(GO) run golang.org/x/vuln/cmd/govulncheck@v1.9.0 -db $(VULNDB) ./...

.PHONY: coverage
coverage: ## which scenarios show which behaviour, and which negative tests; fails on a gap
	$(GO) run ./runner/gherkube coverage features/BEHAVIOURS.md features --negative features/testdata/negative

.PHONY: features
features: image ## all features on real clusters, two at a time (ARGS="--kubernetes 1.35" for another version)
	$(GHERKUBE) run features --parallel 2 $(if $(filter-out features,$(ARGS)),$(ARGS))

.PHONY: proof
proof: image ## the fault features, their negative tests, the library and one lab, on real clusters
	$(GHERKUBE) run features/faults --tags 'not @004-8' --parallel 2 --retry 1
	$(GHERKUBE) run features/faults --tags @004-8 --retry 1 # clusters of five nodes: one at a time
	$(GHERKUBE) lab verify --parallel 2 --kubernetes 1.36 labs/service-selector # of the image that is there
	$(REALTEST) -run '/(faults|undecided)$$' ./features
	$(REALTEST) -run Library ./steps

.PHONY: negative
negative: image ## all negative tests and the library, on real clusters
	$(REALTEST) ./features/... ./steps/...

.PHONY: faults
faults: image ## every fault four ways, the cluster's life and the node image, for real
	$(REALTEST) ./fixtures/... ./runner/...

.PHONY: labs
labs: image ## have all labs prove their checks on real clusters
	$(GHERKUBE) lab verify --parallel 2

.PHONY: browser
browser: ## tests of the HTML report in Debian's chromium (PICTURES=FOLDER keeps screenshots)
	@command -v chromium >/dev/null || { echo "chromium is missing: apt-get install chromium fonts-nanum" >&2; exit 2; }
	GHERKUBE_PICTURES=$(PICTURES) $(GOTESTSUM) --format testname -- -tags browser -timeout $(PATIENCE) -count 1 ./runner/internal/report/page

.PHONY: bench
bench: image ## the benchmarks: start-up, memory, overhead, latency
	$(GO) test -tags cluster -run '^$$' -bench . -benchtime 3x -timeout $(PATIENCE) -p 1 ./...

.PHONY: image
image: build setup ## build the node image, unless it is there
	$(GHERKUBE) image build

.PHONY: build
build: ## build the command, bin/gherkube
	$(GO) build -o $(GHERKUBE) ./runner/gherkube

.PHONY: release-check
release-check: ## build what a release has, in dist/, and publish nothing (SKIP=ko without a registry)
	$(GORELEASER) --snapshot $(if $(SKIP),--skip=$(SKIP))

.PHONY: release
release: ## draft a release of the tag; .github/workflows/release.yaml calls this
	$(GORELEASER)

.PHONY: setup
setup: ## install the Debian packages that the node image is built with
	@.ci/setup

.PHONY: clean
clean: build ## remove what killed runs left in Docker, and bin/
	$(GHERKUBE) clean
	rm -rf bin
