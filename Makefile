# The commands of the project. `make help` lists them.
.DEFAULT_GOAL := help
.PHONY: help install run test canaries check lint types rooms spelling pages lines format evaluate bench bench-match bench-spark docs picture lock changelog clean
.DELETE_ON_ERROR:

BIN := .venv/bin
COG_PAGES := docs/cli.md docs/codebook.md docs/errors.md

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' Makefile | while IFS="$$(printf '\t')" read -r name words; do printf 'make %-11s %s\n' "$$name" "$$words"; done

.venv/installed: requirements.lock pyproject.toml tools/install
	@bash tools/install

.venv/spark: .venv/installed requirements-spark.lock tools/spark
	@bash tools/spark

install: .venv/installed ## Install into .venv from the hashed lock

run: .venv/installed ## Read the demo articles, print the ledger, serve it as a page
	@$(BIN)/untold demo --serve

test: .venv/spark ## Install what the tests need and run them all, with coverage
	@bash tools/browser
	@bash tools/java
	$(BIN)/python -m pytest -n auto --cov --cov-report=term

canaries: .venv/installed ## Release 10,000 made records with marks in all that is protected, and search every file for them
	$(BIN)/python -m tests.releases.redaction.many_canaries

check: lint types rooms spelling pages lines ## Everything that can be said without running the tests

lint: .venv/installed ## Check the code's style and its one format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/spark ## Check the types, strictly
	$(BIN)/mypy

rooms: .venv/installed ## Check that each room imports only earlier rooms
	$(BIN)/lint-imports --no-cache

spelling: .venv/installed ## Check the spelling
	$(BIN)/codespell

pages: .venv/installed ## Check that the printed pages are as the code is, and the lock and all files tidy
	$(BIN)/python -m cogapp --check --diff -P $(COG_PAGES)
	$(BIN)/python tools/lock_check.py
	$(BIN)/python tools/tidy.py

lines: .venv/installed ## Print how long files and functions are
	$(BIN)/python tools/sizes.py

format: .venv/installed ## Put the code in its one format, and fix what ruff can fix
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

evaluate: .venv/installed ## Measure the reading on the reference data and show it beside the floors
	$(BIN)/python -m tests.evaluation.measure

bench: .venv/installed ## Measure how fast documents are read, totals compared, a million incidents tallied, 100,000 released
	$(BIN)/python -m tests.benchmarks.reading
	$(BIN)/python -m tests.benchmarks.comparing
	$(BIN)/python -m tests.benchmarks.tallies
	$(BIN)/python -m tests.benchmarks.releasing

bench-match: .venv/installed ## Match 10,000 to 1,000,000 made accounts: seconds, memory, precision and recall
	$(BIN)/python -m tests.benchmarks.matching

bench-spark: .venv/spark ## Match 10,000 and 100,000 made accounts on a Spark cluster, a worker killed in the middle, beside DuckDB
	@bash tools/java
	$(BIN)/python -m tests.benchmarks.matching_on_spark

docs: .venv/installed ## Print again the pages that repeat the code
	$(BIN)/python -m cogapp -r -P $(COG_PAGES)

picture: .venv/installed ## Take the README's picture of the page again
	@bash tools/browser
	$(BIN)/python -m tools.picture

lock: .venv/installed ## Resolve the dependencies anew into requirements.lock and requirements-spark.lock
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --upgrade --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links --quiet --output-file requirements.lock
	$(BIN)/uv pip compile --group spark --universal --python-version 3.11 --upgrade --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links --quiet --output-file requirements-spark.lock
	$(BIN)/python tools/lock_check.py

changelog: .venv/installed ## Show what the next release's notes would be
	$(BIN)/towncrier build --draft

clean: ## Remove what was installed and built
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis .coverage .coverage.*
