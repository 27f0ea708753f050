# Everything runs in .venv, which is set up from the hashed lock in requirements/.
# Each target sets up what it needs; once that is done, none needs the network.

PYTHON ?= python3
BIN := .venv/bin
SCORERS = $(CORPORA)/../tools
PYTEST := $(BIN)/pytest -n 2 --dist loadgroup
LOCK := $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header \
	--no-emit-index-url
LOCK_OWN := $(LOCK) pyproject.toml --extra postgres

.DEFAULT_GOAL := help
.PHONY: help setup demo check fix test bench torture evaluate docs verifier serve wheel lock

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1:/p' Makefile | while IFS=: read -r name text; do \
		printf '  make %-9s %s\n' "$$name" "$$text"; done

setup: .venv/.installed ## put the command at .venv/bin/tracker, with all that the targets need

demo: setup ## read the sample articles into a database of their own and show what was linked
	@$(BIN)/tracker demo

check: setup ## what continuous integration runs: format, lint, types, imports, documentation, scores, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/mkdocs build --strict --quiet
	$(BIN)/python -m benchmarks.evaluate
	$(PYTEST)

fix: setup ## format, and mend what the linter can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

test: setup ## run all tests, on SQLite and on a PostgreSQL that comes in a wheel
	$(PYTEST)

bench: setup ## measure speed, and compare with public tools [CORPORA=DIR SIZES="10000 1000000" SERVER=URL]
	$(BIN)/python benchmarks/speed.py $(if $(CORPORA),--corpora $(CORPORA))
	@$(MAKE) --no-print-directory .bench/.installed
	$(BIN)/python -m benchmarks.scale $(if $(SIZES),--sizes $(SIZES)) $(if $(SERVER),--server $(SERVER))
	$(BIN)/python -m benchmarks.order $(if $(ARTICLES),--articles $(ARTICLES))
	$(BIN)/python -m benchmarks.compare $(if $(CORPORA),--corpora $(CORPORA))

torture: setup ## try for hours to lose, double, alter or forge a record [RUN="crash tampering --share 0.1"]
	$(BIN)/python -m benchmarks.torture $(RUN)

evaluate: setup ## hold the scores against their floors; CORPORA=DIR adds labelled sets [SCORERS=DIR, for matching]
	$(BIN)/python -m benchmarks.evaluate $(if $(CORPORA),--corpora $(CORPORA))
	$(if $(CORPORA),$(BIN)/python benchmarks/matching.py $(CORPORA)/matching --scorers $(SCORERS))

docs: setup ## write the command reference and the map of modules, and build site/
	$(BIN)/python docs/reference.py
	$(BIN)/mkdocs build --strict --quiet

verifier: setup ## join the modules of the verifier into the one file that bundles carry
	$(BIN)/python -m tracker.verifier.join

serve: setup ## preview the documentation at http://127.0.0.1:8000
	$(BIN)/mkdocs serve

wheel: setup ## build dist/tracker-*.whl, with migrations and samples inside
	$(BIN)/python -m hatchling build -t wheel

lock: setup ## write requirements/ anew from pyproject.toml; needs the network
	$(LOCK_OWN) -o requirements/runtime.txt
	$(LOCK_OWN) --group dev -o requirements/dev.txt
	$(LOCK) --group pyproject.toml:bench -o requirements/bench.txt

# The wheelhouse is kept: a test installs the wheel from it in an empty environment.
.venv/.installed: .wheelhouse/.complete pyproject.toml
	$(BIN)/python -m pip install --quiet --no-index --find-links .wheelhouse \
		--require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --no-index --find-links .wheelhouse \
		--no-build-isolation --no-deps -e .
	@touch $@

.wheelhouse/.complete: requirements/dev.txt | .venv/bin/python
	$(BIN)/python -m pip download --quiet --only-binary :all: --require-hashes \
		-r requirements/dev.txt -d .wheelhouse
	@touch $@

# What extraction is compared with (half a GB installed) stays out of our own environment.
.bench/.installed: requirements/bench.txt | .venv/bin/python
	@rm -rf .bench
	@echo "setting up what extraction is compared with, in .bench"
	@$(BIN)/python -m venv .bench
	.bench/bin/python -m pip install --quiet --only-binary :all: --require-hashes -r requirements/bench.txt
	@touch $@

# A half-made environment would look finished to the next run, so it is taken away.
.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and \
		"Python 3.11 or later is needed; this is " + sys.version.split()[0] + ": make PYTHON=python3.12 …")'
	@$(PYTHON) -m venv .venv || { rm -rf .venv; \
		echo "no environment could be made: install venv (Debian: apt-get install python3-venv)" >&2; exit 1; }
