# Everything here starts from a fresh clone: the first target that needs it makes .venv.
# Needs Python 3.11 or later, make and git. The first Python found that is new enough is taken; or say PYTHON=….

IS_NEW := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c '$(IS_NEW)' 2> /dev/null && echo $$python && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
PACKAGES := .venv/.packages
STAMP := .venv/.installed

.DEFAULT_GOAL := help
.PHONY: help venv reproduce test test-slow lint format bench chaos clean lock

help: ## this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

venv: $(STAMP) ## the environment .venv, at the pinned versions

# The stamps come last, so that an installation that was cut short is done again. hatchling is pinned too: without
# build isolation pip fetches nothing that the lock does not name.
$(PACKAGES): requirements.lock
	@$(or $(PYTHON),false) -c '$(IS_NEW)' || { echo "gcsim needs Python 3.11 or later: say make PYTHON=…" >&2; exit 1; }
	$(PYTHON) -m venv --clear .venv
	$(PIP) install --quiet --no-deps --requirement requirements.lock
	@touch $@

$(STAMP): $(PACKAGES) pyproject.toml
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	$(PIP) check
	@touch $@

reproduce: $(STAMP) ## run every experiment and draw its figures under results/
	$(BIN)/gcsim reproduce

test: $(STAMP) ## the tests with coverage; without those marked slow
	$(BIN)/python -m pytest -n 2 --cov

test-slow: $(STAMP) ## the tests marked slow
	$(BIN)/python -m pytest -m slow

lint: $(STAMP) ## ruff, mypy, the layers
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(STAMP) ## what ruff can put right by itself
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: $(STAMP) ## simulated core-seconds per CPU second, against SimPy's bare timeout
	$(BIN)/python -m pytest tests/benchmarks --benchmark-only --capture=no

chaos: $(STAMP) ## a study whose workers, scheduler and client are killed, 50 times; minutes
	$(BIN)/python -m tests.studies.chaos --runs 2000 --kills 50 --seed 1

clean: ## everything made here, .venv too; simulated tables under results/ stay, they may have cost hours
	rm -rf .venv build dist htmlcov .coverage .coverage.* .benchmarks .hypothesis .import_linter_cache
	rm -rf .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

lock: ## resolve requirements.lock anew (on Python 3.11, the oldest supported)
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))'
	rm -rf build/lock
	$(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip install --quiet --upgrade 'pip>=25.1'
	build/lock/bin/python -m pip install --quiet --group dev --editable '.[cluster,results,search]'
	sed '/^[^#]/d' requirements.lock > build/requirements.lock
	build/lock/bin/python -m pip freeze --exclude-editable >> build/requirements.lock
	mv build/requirements.lock requirements.lock
	rm -rf build
