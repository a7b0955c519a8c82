# fazhi_ie: everything a developer runs. Needs Python 3.10 or newer and make; the rest goes into .venv.

PYTHON ?= python3
VENV ?= .venv
BIN := $(abspath $(VENV))/bin
# Reference annotations to score against: a folder with score.py and one folder a set.
FAZHI_GOLD ?= ../shared/gold
# News to measure speed on besides the example reports: a gzipped text, if there is one.
FAZHI_NEWS ?= ../shared/corpus/news-2025.txt.gz
# The groups of benchmarks to run; all of them when empty.
BENCH ?=
PYTEST_ARGS ?=

INSTALLED := $(VENV)/.installed

# Seconds that each fuzzer gets.
FUZZ_SECONDS ?= 20

.PHONY: help demo test test-slow fuzz audit lint docs site score bench clean

help:
	@echo "make demo    extract the example reports and show one of them"
	@echo "make test    install everything that is needed and run every test"
	@echo "make test-slow  hundreds of kills and other tests that take minutes"
	@echo "make fuzz    feed mutated texts, numbers and packs to the library; FUZZ_SECONDS=300 for longer"
	@echo "make audit   look the dependencies up among known vulnerabilities"
	@echo "make lint    ruff and mypy"
	@echo "make docs    write what commands print now into README and docs"
	@echo "make site    build the documentation into site/"
	@echo "make score   score against reference annotations, where they are at hand"
	@echo "make bench   measure speed against spaCy on the same text; BENCH=growth for some of it"
	@echo "make clean   remove the environment and everything that was built"

# Made anew only when pyproject.toml changes.
$(INSTALLED): pyproject.toml
	@$(PYTHON) -c "import sys; sys.exit('fazhi_ie needs Python 3.10 or newer; name one: make PYTHON=python3.11' if sys.version_info < (3, 10) else 0)"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing into $(VENV) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	@touch $@

# What only some targets need: $(VENV)/.extra-docs for the extra `docs` of pyproject.toml.
$(VENV)/.extra-%: $(INSTALLED)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[$*]"
	@touch $@

demo: $(INSTALLED)
	@mkdir -p build
	@$(BIN)/fazhi-ie extract examples/reports --output build/demo.jsonl
	@$(BIN)/fazhi-ie extract examples/reports/hechuan-2024.txt --format table
	@$(BIN)/fazhi-ie review examples/reports --output build/review.html
	@$(BIN)/python examples/figures_over_years.py
	@echo "All records: build/demo.jsonl. To check them in a browser: build/review.html."
	@echo "Another report: $(VENV)/bin/fazhi-ie extract examples/reports/shidu-town-2024.txt"

test: $(INSTALLED)
	$(BIN)/python -m pytest --numprocesses 2 --dist loadgroup $(PYTEST_ARGS)

test-slow: $(INSTALLED)
	FAZHI_KILLS=300 $(BIN)/python -m pytest tests/trust/test_kills.py

fuzz: $(VENV)/.extra-fuzz
	$(BIN)/python -m fuzz --seconds $(FUZZ_SECONDS)

audit: $(VENV)/.extra-audit
	$(BIN)/pip-audit --skip-editable

lint: $(INSTALLED)
	$(BIN)/ruff check src tests examples benchmarks fuzz scripts
	$(BIN)/ruff format --check src tests benchmarks fuzz scripts
	$(BIN)/mypy

# The tests compare README and docs with what commands print; this accepts a change made on purpose.
docs: $(INSTALLED)
	FAZHI_UPDATE_DOCS=1 $(BIN)/python -m pytest tests/test_docs.py tests/test_notebooks.py

# Every line of .ci/floors is the name of a set and the least F1 it must reach.
site: $(VENV)/.extra-docs
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --strict --quiet

score: $(INSTALLED)
	@if test -f "$(FAZHI_GOLD)/score.py"; then \
	  while read -r set floors; do \
	    echo "$$set:"; \
	    $(PYTHON) "$(FAZHI_GOLD)/score.py" --set "$(FAZHI_GOLD)/$$set" \
	      --cli "$(BIN)/fazhi-ie extract --format jsonl" --min "$$floors" || exit 1; \
	  done < .ci/floors; \
	else \
	  echo "No score: there are no reference annotations in $(FAZHI_GOLD); set FAZHI_GOLD to a folder that has them."; \
	fi

bench: $(INSTALLED)
	@FAZHI_NEWS="$(FAZHI_NEWS)" $(BIN)/python -m benchmarks $(BENCH)

clean:
	rm -rf $(VENV) build dist site .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage coverage.xml
