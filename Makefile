# Set-up is done once: stamp files in .venv remember it, and a changed lock file or pyproject.toml repeats it.
.POSIX:
.SUFFIXES:

PYTHON = python3
VENV = .venv
BIN = $(VENV)/bin
PIP = $(BIN)/python -m pip --disable-pip-version-check --no-input
# What is imported is compiled when it is; all of pandas, scipy and the rest would take half a minute.
INSTALL = $(PIP) install --quiet --no-compile --require-hashes --only-binary :all:
COMPILE = CUSTOM_COMPILE_COMMAND='make lock' $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --build-deps-for editable
LOCK_FLAGS =
PYTEST_FLAGS =
BENCH_FLAGS =

.PHONY: help report test lint types pytest score bench soak messages lock clean

help:
	@echo 'make report   check seeds/, write reports/index.html and reports/report.json'
	@echo 'make test     lint, types, every test, coverage'
	@echo 'make lint     ruff: rules and format'
	@echo 'make types    mypy, strict'
	@echo 'make score    what is found in the story clusters, beside two plain ways'
	@echo 'make bench    speed beside peers, some ten minutes; writes docs/performance.md'
	@echo 'make soak     the long tests, at full size'
	@echo 'make messages what the catalogues of the interface lack beside the English one'
	@echo 'make lock     write the lock files anew; LOCK_FLAGS=--upgrade takes newer versions'
	@echo 'make clean    remove what the other targets made, .venv too'
	@echo
	@echo 'PYTHON=python3.12 picks the Python that .venv is made with; PYTEST_FLAGS="-k names" goes to pytest.'

report: $(VENV)/.stamp-run
	$(BIN)/discrepancy check seeds -o reports/index.html -o reports/report.json --fail-on never

test: lint types pytest

lint: $(VENV)/.stamp-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(VENV)/.stamp-dev
	$(BIN)/mypy

pytest: $(VENV)/.stamp-dev
	@chromium=$$(sh scripts/ensure-chromium) || exit 1; \
	DISCREPANCY_CHROMIUM=$$chromium $(BIN)/python -m pytest --numprocesses=auto --dist=loadfile --cov --cov-report=term:skip-covered $(PYTEST_FLAGS)

soak: $(VENV)/.stamp-dev
	@chromium=$$(sh scripts/ensure-chromium) || exit 1; \
	DISCREPANCY_SOAK=1 DISCREPANCY_CHROMIUM=$$chromium $(BIN)/python -m pytest -m 'soak or faults' $(PYTEST_FLAGS)

score: $(VENV)/.stamp-dev
	$(BIN)/python -m benchmarks.score

bench: $(VENV)/.stamp-dev
	$(BIN)/python -m benchmarks.bench $(BENCH_FLAGS)

messages: $(VENV)/.stamp-run
	$(BIN)/python -m discrepancy.messages

lock: $(VENV)/.stamp-dev
	@# botocore, which s3fs brings, takes no newer dateutil; both locks hold one
	$(COMPILE) $(LOCK_FLAGS) --upgrade-package 'python-dateutil<3' --extra docx,pdf,review,warc,watch --output-file requirements.lock pyproject.toml
	$(COMPILE) $(LOCK_FLAGS) --extra batch,dask,dev,docx,parquet,pdf,review,s3,warc,watch --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml

clean:
	rm -rf $(VENV) build dist .coverage .coverage.* htmlcov .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find discrepancy tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.stamp-venv:
	@command -v $(PYTHON) >/dev/null || { \
	echo '$(PYTHON) is not there. Install Python 3.11, 3.12, 3.13 or 3.14, or name one: make PYTHON=python3.12' >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' || { \
	echo "$(PYTHON) is $$($(PYTHON) --version 2>&1); Python 3.11, 3.12, 3.13 or 3.14 is needed." \
	'Name one: make PYTHON=python3.12' >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.stamp-run: $(VENV)/.stamp-venv requirements.lock pyproject.toml
	@echo 'Setting up $(VENV), once: about 175 MB to download and a minute'
	$(INSTALL) --requirement requirements.lock
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.stamp-dev: $(VENV)/.stamp-run requirements-dev.lock
	$(INSTALL) --requirement requirements-dev.lock
	@touch $@
