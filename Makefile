# Each target sets up .venv by itself when it is missing or older than the lock.
# Needed: Python 3.11 or newer, make, and the package index.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
READY  := $(VENV)/ready

.PHONY: review setup check test lint types layers pytest bench lock tables docs clean

## review   open the declaration (without a terminal: the plain report)
review: $(READY)
	@$(BIN)/aligner review texts

## setup    make .venv from the lock
setup: $(READY)

## check    hold the declaration to its baseline: what is built in is known, nothing else may appear
check: $(READY)
	@$(BIN)/aligner check texts --baseline texts/baseline.json --max divergence.open.major=0 --max divergence.open.minor=0 --max glossary.forbidden=0

## test     everything that must hold before a change lands
test: lint types layers pytest

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

layers: $(READY)
	$(BIN)/lint-imports

pytest: $(READY)
	$(BIN)/python -m pytest -n auto

## bench    print the figures; judges nothing
bench: $(READY)
	$(BIN)/python -m bench

## tables   write the linguistic tables as JSON from their YAML
tables: $(READY)
	$(BIN)/python -m tests.language.generate

## docs     fill the reference pages and write the guides as HTML to docs/site
docs: $(READY)
	$(BIN)/python -m docs.keys
	$(BIN)/python -m docs.reference
	$(BIN)/python -m docs.build

## lock     resolve the versions again, for all platforms
lock: $(READY)
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --all-extras --group dev \
		pyproject.toml -o requirements.lock

clean:
	rm -rf $(VENV)

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "aligner needs Python 3.11 or newer; set PYTHON=")'
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@# pip compiles what it copies; an editable install copies nothing.
	@$(BIN)/python -m compileall -q aligner
	@$(BIN)/python -c 'import pathlib; pathlib.Path("$(READY)").touch()'
