# Unbend. `make run` and `make test` do all set-up themselves; `make help` lists the rest.
PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help run test check soak bench lock clean

help: ## list what can be made
	@sed -n 's/^\([a-z]*\): .*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-14s %s\n", $$1, $$2 }'

run: $(READY) ## set up, then start Unbend and open it in the browser
	@$(BIN)/python tools/assets.py > /dev/null
	@$(BIN)/unbend up

test: $(READY) ## set up, then every check and every test, with the time of each
	@$(BIN)/python tools/stages.py check test

check: $(READY) ## the checks without the tests
	@$(BIN)/python tools/stages.py check

soak: $(READY) ## the long property tests: many thousands of generated people
	@$(BIN)/python tools/stages.py soak

bench: $(READY) ## run every script in bench/ and print its table
	@$(BIN)/python tools/stages.py bench

lock: $(READY) ## resolve the dependencies again and write requirements.lock
	@$(BIN)/python -m venv $(VENV)/lock
	@$(VENV)/lock/$(notdir $(BIN))/python -m pip install --quiet "uv>=0.9,<1"
	@$(VENV)/lock/$(notdir $(BIN))/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 \
		--generate-hashes --annotation-style line --custom-compile-command "make lock" --quiet --upgrade -o requirements.lock

clean: ## remove what the other targets made
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find src tests tools bench -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

# Of what is installed only what is used is compiled, when it is used first, and kept: that is a third of it.
QUIETLY := --quiet --disable-pip-version-check --no-compile
unexport PYTHONDONTWRITEBYTECODE

# The stamp is newer than all that decides what is installed, so set-up is done again only when one of them changes.
# Where the machine has Node, the pages' part is built while the packages are fetched; else the last line builds it, and
# says so where it cannot.
$(READY): requirements.lock pyproject.toml CHANGELOG.md
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		have=$$(command -v "$(PYTHON)" >/dev/null && "$(PYTHON)" --version 2>&1 | head -n 1); \
		echo "Unbend needs Python 3.11 or newer, and '$(PYTHON)' is $${have:-missing}:" \
			"install one and name it, for example 'make run PYTHON=python3.12'." >&2; exit 1; }
	@echo "Setting up $(VENV) (once; about a minute)"
	@$(PYTHON) tools/assets.py > /dev/null 2>&1 & \
		$(PYTHON) -m venv $(VENV) && $(BIN)/python -m pip install $(QUIETLY) --require-hashes -r requirements.lock; \
		failed=$$?; wait; exit $$failed
	@$(BIN)/python -m pip install $(QUIETLY) --no-deps --no-build-isolation --editable .
	@touch $(READY)
