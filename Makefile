# Everything lives in .venv; the only needs are Python >= 3.11, make and a package index.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO ?= demo-workspace

.PHONY: demo test test-all lint format bench eval samples translations clean

demo: $(VENV)/.installed ## file the sample inbox, search it, draft four documents
	$(BIN)/hudang demo $(DEMO)

test: $(VENV)/.installed-dev ## all tests but the slow ones
	$(BIN)/python -m pytest -n auto -m "not slow"

test-all: $(VENV)/.installed-dev ## the slow ones too, with coverage
	$(BIN)/python -m pytest -n auto --cov --cov-report=term-missing:skip-covered

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/.installed-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.installed-dev ## rewrites docs/benchmarks.md
	$(BIN)/python -m benchmarks

eval: $(VENV)/.installed-dev ## reads papers of many families, rewrites docs/accuracy.md
	$(BIN)/python -m benchmarks.accuracy --publish --jobs 2

samples: $(VENV)/.installed-dev ## rewrites samples/inbox and samples/ledger; the diff is the review
	$(BIN)/python -m samples.make

translations: $(VENV)/.installed-dev ## collects messages, compiles the catalogues
	$(BIN)/python -m translations.update

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "hudang needs Python 3.11 or newer; set PYTHON=")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --group dev
	touch $@

clean:
	rm -rf $(VENV) $(DEMO) build dist .mypy_cache .ruff_cache .pytest_cache
