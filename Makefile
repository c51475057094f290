# PYTHON=python3.13 chooses the interpreter (with VENV=.venv-3.13 to keep environments of several versions).
# PY=python3 uses an environment that you have prepared yourself: no venv is made, nothing is installed.
PYTHON ?= python3
VENV ?= .venv
PY ?= $(VENV)/bin/python
# Where the package is imported from: the source tree, or a build of its own (debug, asan).
LIB ?= $(CURDIR)/src
# What pytest gets: make test ARGS="-k keyword -x"
ARGS ?=
SHARED ?= ../shared

RUN = PYTHONPATH=$(LIB) $(PY)
# The same interpreter, from another folder.
PY_PATH = $(if $(findstring /,$(PY)),$(abspath $(PY)),$(PY))
STAMP = $(if $(filter $(VENV)/bin/python,$(PY)),$(VENV)/.stamp)

.PHONY: help setup build debug asan gen golden check test stress fuzz bench demo conformance adversarial clean

help:  ## list the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

setup: $(STAMP)  ## make the environment: .venv, the development tools, the package in place

$(VENV)/.stamp: pyproject.toml setup.py
	@test -x $(VENV)/bin/python || $(PYTHON) -m venv $(VENV)
	$(VENV)/bin/python -m pip install -q --disable-pip-version-check "setuptools>=65" wheel
	CALLGATE_NO_EXT=1 $(VENV)/bin/python -m pip install -q --disable-pip-version-check --no-build-isolation -e '.[dev]'
	@touch $@

build: setup  ## compile what changed, in place
	@$(PY) -W ignore setup.py -q build_ext --inplace

debug: setup  ## compile with all checks into build/debug, and run the tests on it
	CALLGATE_DEBUG=1 $(PY) -W ignore setup.py -q build --build-base build/debug --build-lib build/debug/lib
	$(MAKE) pytest LIB=$(CURDIR)/build/debug/lib

# Python itself is not instrumented, hence the preload; its own allocator would hide errors from the sanitizer.
asan: setup  ## the same under the address sanitizer
	CALLGATE_ASAN=1 $(PY) -W ignore setup.py -q build --build-base build/asan --build-lib build/asan/lib
	LD_PRELOAD=$$(gcc -print-file-name=libasan.so) PYTHONMALLOC=malloc ASAN_OPTIONS=detect_leaks=0 \
	  PYTHONPATH=$(CURDIR)/build/asan/lib $(PY) -m pytest $(ARGS)

gen: setup  ## write the generated files
	$(RUN) tools/gen.py

golden: build  ## rewrite the expected disassemblies in tests/golden
	CALLGATE_GOLDEN=write $(RUN) -m pytest -q tests/compiler

check: build  ## ruff, mypy, and the tests of the structure
	$(PY) -m ruff check .
	$(PY) -m mypy
	$(RUN) -m pytest -q tests/test_layers.py tests/test_sizes.py tests/test_generated.py

.PHONY: pytest
pytest:
	$(RUN) -m pytest $(ARGS)

test: build  ## the tests
	@$(MAKE) --no-print-directory pytest

stress: build  ## the tests that take minutes: every snippet stopped at every unit of fuel
	@$(RUN) -m pytest -m stress $(ARGS)

N ?= 20000
SEED ?= 1
fuzz: build  ## N=20000 programs made at random from SEED=1, on the machine and on the host; what differs goes to build/fuzz
	@PYTHONPATH=$(LIB):$(CURDIR)/tests $(PY) -m fuzz $(N) $(SEED)

bench: build  ## time the programs of bench/ on the machine and on the host
	$(RUN) bench/run.py $(ARGS)

demo: build  ## an agent's program at work on a database, under limits, with its ledger
	@$(RUN) examples/agent/demo.py

conformance: build  ## CPython's own tests inside the machine (needs the runner in ../shared)
	@test -d $(SHARED)/conformance || { echo "make conformance: no runner in $(SHARED)/conformance; say SHARED=DIR"; exit 1; }
	$(RUN) $(SHARED)/conformance/conformance.py run --engine '$(PY_PATH) -m callgate run --path {paths} {file}' \
	  --path-how engine --mode mini --tier 1 -j 2 -o build/conformance.json $(ARGS)

adversarial: build  ## hostile programs (needs the runner in ../shared)
	@test -d $(SHARED)/adversarial || { echo "make adversarial: no runner in $(SHARED)/adversarial; say SHARED=DIR"; exit 1; }
	cd $(SHARED)/adversarial && CORPUS_EXTRA_PATH=$(LIB) $(PY_PATH) run_corpus.py --engine callgate_adapter:CallgateEngine \
	  --jobs 2 --out $(CURDIR)/build/adversarial.json $(ARGS)

clean:  ## remove what was built (not the environment)
	rm -rf build dist src/*.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find src -name '*.so' -delete
	find . -name __pycache__ -not -path './$(VENV)/*' -prune -exec rm -rf {} +
