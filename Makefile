# `make demo` and `make test` are the two commands of the README; both build .venv from the lock file first.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: help setup demo test check lock clean

help:
	@echo "make demo   set up .venv and read the built-in sample story"
	@echo "make test   set up .venv and run every check and test"
	@echo "make check  format, lint, types, import contracts, knowledge and docs"
	@echo "make lock   renew requirements.lock from pyproject.toml"

.venv/.ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("dragoman needs Python 3.11 or later, found " + sys.version.split()[0] + "; set PYTHON=python3.11") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch .venv/.ready

setup: .venv/.ready

demo: setup
	$(BIN)/dragoman demo

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/dragoman knowledge check

test: check
	$(BIN)/python -m pytest

lock: setup
	$(BIN)/uv pip compile --quiet --generate-hashes --no-annotate --extra dev --python-version 3.11 -o requirements.lock pyproject.toml

clean:
	rm -rf .venv build dist src/*.egg-info
