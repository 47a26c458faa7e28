# `make demo`: see it work. `make test`: prove it. Both make their own environment first.
PYTHON ?= python3
BIN := .venv/bin
AS_OF := 2012-12-31
QUARTER := 2012Q4

.PHONY: help demo test check format update env test-documents gallery bench bench-large bench-documents clean

help: ## say what the targets are for
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

env: .venv/.ready ## make the environment

.venv/.ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	$(BIN)/python -m compileall -q src
	@touch $@

demo: env ## check data/, write the quarterly report and the plan book, say where they are
	$(BIN)/eplan validate --as-of $(AS_OF)
	$(BIN)/eplan report --quarter $(QUARTER) --as-of $(AS_OF) --force
	$(BIN)/eplan report --quarter $(QUARTER) --as-of $(AS_OF) --format pdf --force
	$(BIN)/eplan report --quarter $(QUARTER) --as-of $(AS_OF) --format docx --force
	$(BIN)/eplan book --as-of $(AS_OF) --force
	$(BIN)/eplan book --as-of $(AS_OF) --format pdf --force
	$(BIN)/eplan book --as-of $(AS_OF) --format docx --force
	@echo "the quarterly report and the plan book are in out/: open out/report-$(QUARTER).html and out/book.html in a browser"

test: check ## all checks and tests
	$(BIN)/python -X warn_default_encoding -m pytest -q -n auto -m 'not documents'

test-documents: env ## documents in Chromium, LibreOffice and poppler (Debian: chromium libreoffice-writer poppler-utils fonts-noto-cjk)
	@lacking=$$(for tool in chromium soffice pdftotext; do command -v $$tool >/dev/null || echo $$tool; done); [ -z "$$lacking" ] || \
		{ echo "test-documents lacks" $$lacking": apt-get install chromium libreoffice-writer poppler-utils fonts-noto-cjk"; exit 1; }
	$(BIN)/python -m pytest -q -n 2 --dist loadscope -m documents

check: env ## formatter, linter, types, layers
	$(BIN)/ruff format --check src tests tools bench
	$(BIN)/ruff check src tests tools bench
	$(BIN)/mypy
	$(BIN)/lint-imports

format: env ## put the code in order
	$(BIN)/ruff format src tests tools bench
	$(BIN)/ruff check --fix src tests tools bench

update: env ## rewrite golden files, rule pages and the catalogue
	$(BIN)/python tools/catalogue.py tidy
	$(BIN)/python -m pytest -q -n auto --update

gallery: env ## small pictures of every document, in docs/gallery (poppler, Chromium, LibreOffice)
	$(BIN)/python tools/gallery.py

bench/.peers/.ready:
	$(PYTHON) -m venv bench/.peers
	bench/.peers/bin/pip install --quiet --disable-pip-version-check yamale pyyaml yamllint check-jsonschema
	@touch $@

bench/corpus/%/eplan.yaml: bench/corpus.py
	$(BIN)/python bench/corpus.py $* bench/corpus/$*

bench: env bench/.peers/.ready bench/corpus/1000/eplan.yaml ## speed beside the floor and the peers, 1,000 documents
	for kind in plans tasks supplies; do $(BIN)/eplan schema $$kind > bench/corpus/$$kind.schema.json; done
	$(BIN)/python -m compileall -q src
	$(BIN)/python bench/measure.py bench/corpus/1000 --rules

bench-large: env bench/corpus/10000/eplan.yaml ## the floor and eplan, 10,000 documents
	$(BIN)/python bench/measure.py bench/corpus/10000 --rules --own --runs 3

bench-documents: env bench/corpus/500/eplan.yaml ## how long the book of 200 plans and the quarterly report take
	$(BIN)/python -m compileall -q src
	$(BIN)/python bench/documents.py bench/corpus/500

clean: ## remove what can be made again
	rm -rf .venv out dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
