# The words a person types. `make` alone builds the site; what each does is said as it runs.
PYTHON ?= python3
FORMAT ?= text
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
CODE := $(BIN)/ruff check --quiet && $(BIN)/ruff format --quiet --diff && $(BIN)/mypy && $(BIN)/lint-imports
PYTEST := $(BIN)/python -m pytest --numprocesses auto --dist loadgroup
COMPILE := $(BIN)/uv pip compile --quiet --generate-hashes --no-emit-index-url --universal \
	--python-version 3.11.7 --custom-compile-command "make lock" pyproject.toml --group build

.PHONY: site serve check quick test audit screenshots goldens lock

site: .venv/site-installed
	@echo "Checking the record and building the site."
	@$(BIN)/explainer build

serve: .venv/site-installed
	@echo "Building a preview that follows every change. Ctrl-C stops it."
	@$(BIN)/explainer serve

check: .venv/site-installed
	@echo "Checking the record."
	@$(BIN)/explainer check --format $(FORMAT)

quick: .venv/tests-installed
	@echo "Checking the code, and running the tests that need no site and no browser; a minute."
	@$(CODE)
	@$(PYTEST) -m "not slow"

test: .venv/tests-installed
	@echo "Looking for a browser to test with."
	@$(BIN)/python -m tests.browser
	@echo "Checking the code: style, types, layers."
	@$(CODE)
	@echo "Running the tests; seven minutes on two cores."
	@$(PYTEST)

audit: .venv/tests-installed
	@echo "Running the slow proofs: valid HTML, links, axe, Lighthouse. Node and Java are needed."
	@$(BIN)/python -m tests.audit

screenshots: .venv/tests-installed
	@echo "Taking a picture of each type of page, at three widths, light and dark."
	@$(BIN)/python -m tests.screenshots --all

goldens: .venv/tests-installed
	@echo "Writing every expected text anew from what the code does now. Read the difference before you commit it."
	@$(BIN)/python -m pytest --quiet -m golden --rewrite-goldens

lock: .venv/tests-installed
	@echo "Choosing the newest fitting versions for both locks."
	@$(COMPILE) --upgrade --output-file requirements.lock
	@$(COMPILE) --upgrade --group tests --constraint requirements.lock --output-file requirements-dev.lock

.venv/bin/pip:
	@echo "Making a Python environment in .venv/."
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: try make PYTHON=python3.11")'
	@$(PYTHON) -m venv .venv

.venv/site-installed: requirements.lock | .venv/bin/pip
	@echo "Installing what the site needs; a minute the first time."
	@$(PIP) --require-hashes --requirement requirements.lock
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/tests-installed: requirements-dev.lock .venv/site-installed
	@echo "Installing what the tests need; a minute the first time."
	@$(PIP) --require-hashes --requirement requirements-dev.lock
	@touch $@
