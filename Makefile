# `make help` lists what there is. Everything runs in .venv, from locked requirements.

PYTHON ?= python3
BIN := .venv/bin

# The lock: layered, so that reading and building need no development tools.
LOCK := $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-header --no-emit-index-url --no-emit-find-links

# Neither a whole build nor a browser; and of these, what a change touches most.
UNIT := tests $(addprefix --ignore=tests/,whole browser bench prove)
QUICK := $(UNIT) --ignore=tests/review --ignore=tests/cli --ignore-glob='tests/pages/*/*' \
	--ignore-glob='tests/pages/test_[!p]*'

# A proof or a measure may take longer than what hangs is waited for.
LONG := -o faulthandler_timeout=0

# Material prints a notice about MkDocs 2 unless this stands in the environment beforehand.
export NO_MKDOCS_2_WARNING = 1
export PIP_DISABLE_PIP_VERSION_CHECK = 1
export PIP_NO_INPUT = 1
# Else each of hundreds of starts would compile the program anew where the machine's settings say so.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.NOTPARALLEL:

.PHONY: help
help: ## List the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: install
install: .venv/.runtime ## Install the program and what it leans on in .venv

.PHONY: serve
serve: .venv/.runtime ## Show the site while you write, at the address that is printed
	$(BIN)/idesluss serve

.PHONY: build
build: .venv/.runtime ## Write the site to site/, or leave the old one where something is wrong
	$(BIN)/idesluss build

.PHONY: check
check: .venv/.runtime ## Check the catalogue, and say what to do about each problem
	$(BIN)/idesluss check

.PHONY: test
test: lint unit whole browser ## Run everything that must pass

.PHONY: quick
quick: lint ## Run what a change touches most, in less than a minute
	$(BIN)/pytest -n auto $(QUICK)

.PHONY: lint
lint: .venv/.dev ## Check the code, the scripts, the workflows, the generated faces and the catalogue
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	PATH="$(CURDIR)/$(BIN):$$PATH" shellcheck .ci/run .ci/*.sh
	sh .ci/scripts.sh
	$(BIN)/zizmor --quiet --offline --persona auditor .github
	$(BIN)/idesluss generate --check
	$(BIN)/python .ci/documents.py --check
	$(BIN)/idesluss codeowners --check
	$(BIN)/idesluss check

.PHONY: unit
unit: .venv/.dev ## Run the tests that need neither a whole build nor a browser
	$(BIN)/pytest -n auto $(UNIT)

.PHONY: whole
whole: .venv/.dev ## Run the tests that build and serve a whole site
	$(BIN)/pytest -n auto --dist worksteal tests/whole

.PHONY: browser
browser: .venv/.dev ## Run the tests that open the site in Chromium
	@CHROMIUM="$$(sh .ci/chromium.sh)" && export CHROMIUM && set -x && $(BIN)/pytest -n auto --dist worksteal tests/browser

.PHONY: generate
generate: .venv/.runtime ## Write anew what is made from the model, the catalogue and the program
	$(BIN)/idesluss generate
	$(BIN)/idesluss codeowners
	$(BIN)/python .ci/documents.py

.PHONY: prove
prove: .venv/.dev ## Prove what needs more time, or what lies beside the project
	@CHROMIUM="$$(sh .ci/chromium.sh)" && export CHROMIUM && set -x && $(BIN)/pytest -n auto $(LONG) -m prove --ignore=tests/bench tests
	$(BIN)/pytest -n auto $(LONG) -m 'hypothesis and not prove' --hypothesis-profile=search $(UNIT)

.PHONY: bench
bench: .venv/.dev ## Measure how the build grows with the catalogue
	@CHROMIUM="$$(sh .ci/chromium.sh)" && export CHROMIUM && set -x && $(BIN)/pytest $(LONG) tests/bench -s

.PHONY: bench-full
bench-full: bench ## Measure also what takes longer, such as 30,000 ideas
	$(BIN)/pytest $(LONG) -m prove tests/bench -s

.PHONY: release-check
release-check: .venv/.runtime ## Build the wheel twice, compare the two, and tell what it holds; it is left in dist/
	$(BIN)/python .ci/release.py dist

.PHONY: lock
lock: .venv/.dev ## Write the locked requirements anew from pyproject.toml
	$(LOCK) --group build --output-file requirements.txt
	$(LOCK) --group build --group dev --constraint requirements.txt --output-file requirements-dev.txt

.PHONY: upgrade
upgrade: .venv/.dev ## As `make lock`, with the newest versions that pyproject.toml allows
	$(LOCK) --upgrade --group build --output-file requirements.txt
	$(LOCK) --upgrade --group build --group dev --constraint requirements.txt --output-file requirements-dev.txt

# Set-up. Each stamp is written last, so that an interrupted step is done again.

.venv/.made:
	@PYTHON='$(PYTHON)' sh .ci/venv.sh
	@touch $@

.venv/.runtime: requirements.txt pyproject.toml .venv/.made
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --no-build-isolation --no-deps -e .
	@touch $@

.venv/.dev: requirements-dev.txt .venv/.runtime
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.txt
	@touch $@
