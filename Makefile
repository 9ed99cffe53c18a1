# «Гость группы». Everything here needs Python ≥ 3.11 with venv, git and make, and nothing else:
# the first target that needs them installs the hashed locks into .venv, the next ones find them there.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.ONESHELL:
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
PORT ?= 8090
FRESH ?=
DATA ?= data/demo
ARGS ?=
# Tests share the cores: most of the time they wait for a browser, a process, a disk or a clock.
WORKERS ?= 3

VENV := .venv
PY := $(VENV)/bin/python
RUN := $(VENV)/installed.run
DEV := $(VENV)/installed.dev
# When the Python of .venv is gone (upgraded, moved), what was installed does not count: it is installed anew.
GONE := $(shell if [ -e $(VENV) ] && ! $(PY) -c '' 2>/dev/null; then rm -f $(RUN) $(DEV); fi)

.PHONY: help demo run test check chaos bench bench-large bench-sending gallery lock clean

help: ## This list.
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:[^#]*## /\t/' | expand -t 14

demo: $(RUN) ## A sample kindergarten in the browser, without a token. PORT=8123 chooses the port, FRESH=1 starts over.
	@exec $(PY) -m sandbox --port $(PORT) --data $(DATA) $(if $(filter-out 0 no,$(FRESH)),--fresh)

run: $(RUN) ## The bot itself; settings from the environment or .env.
	@exec $(PY) -m bot run

test: $(DEV) ## The whole suite, on SQLite and on a PostgreSQL of its own. ARGS="-k joining" narrows it.
	@exec $(PY) -m pytest -n $(WORKERS) --dist worksteal $(ARGS)

check: $(DEV) ## Format, lint, types, import contracts, texts and content.
	@echo "== format"; $(VENV)/bin/ruff format --check .
	echo "== lint"; $(VENV)/bin/ruff check .
	echo "== types"; $(VENV)/bin/mypy
	echo "== import contracts"; $(VENV)/bin/lint-imports
	echo "== texts"; $(VENV)/bin/ftl check locales --check syntax --check references --check untranslated --fail-on warn
	echo "== content"; $(PY) -m pytest -q tests/content

# Storms mostly wait, so there are more workers than cores. Without groups «loadgroup» means: one test at a time, in
# their order, which begins with the long ones.
chaos: $(DEV) ## Kills, cuts and duplicates; nothing may be lost or doubled. At most five minutes.
	@exec $(PY) -m pytest -n 4 --dist loadgroup --no-loadscope-reorder tests/chaos $(ARGS)

bench: $(DEV) ## The README's tables of measurements, sending at a small size. At most fifteen minutes.
	@exec $(PY) -m tests.bench $(ARGS)

bench-large: $(DEV) ## Ten million answers: do taps stay as quick? By hand, minutes. ARGS="--engine postgresql"
	@exec $(PY) -m tests.bench.large $(ARGS)

bench-sending: $(DEV) ## Sending to 2 000, taps while 10 000 are told, 100 000 put into the outbox. By hand, a quarter of an hour.
	@exec $(PY) -m tests.bench.broadcasts $(ARGS)

gallery: $(DEV) ## Every screen and document as a picture, under build/gallery.
	@exec $(PY) -m sandbox.gallery $(ARGS)

lock: ## Resolve the locks anew (needs uv); no address of an index gets into them.
	@uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --upgrade -q -o requirements.lock
	uv pip compile pyproject.toml --extra dev -c requirements.lock --universal --python-version 3.11 --generate-hashes --no-emit-index-url --upgrade -q -o requirements-dev.lock

clean: ## Forget what was installed and built; data stay.
	@rm -rf $(VENV) build

$(RUN): requirements.lock
	@$(call install,requirements.lock)

$(DEV): requirements-dev.lock
	@$(call install,requirements-dev.lock)
	touch $(RUN)

# A stamp stands only after success; an install that was interrupted is begun anew from an empty folder.
define install
	if ! command -v $(PYTHON) >/dev/null; then
	    echo "Python was not found. Install Python 3.11 or newer, or name it: make $(or $(MAKECMDGOALS),demo) PYTHON=/path/to/python3" >&2; exit 1
	fi
	if ! $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
	    echo "$$($(PYTHON) --version) is too old: Python 3.11 or newer is needed. If another one is installed, name it: make $(or $(MAKECMDGOALS),demo) PYTHON=python3.12" >&2; exit 1
	fi
	if ! $(PYTHON) -c 'import venv, ensurepip' 2>/dev/null; then
	    echo "This Python has no venv. On Debian and Ubuntu: sudo apt install python3-venv" >&2; exit 1
	fi
	if [ -e $(VENV)/installing ]; then
	    other=$$(cat $(VENV)/installing)
	    if [ -n "$$other" ] && kill -0 "$$other" 2>/dev/null; then
	        echo "Another make (process $$other) is installing into $(VENV) just now: wait until it is done, then try again. If it is something else: rm -r $(VENV)" >&2; exit 1
	    fi
	    echo "The last install was interrupted: starting over."; rm -rf $(VENV)
	fi
	if ! $(PY) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || ! $(PY) -m pip --version >/dev/null 2>&1; then
	    rm -rf $(VENV); mkdir -p $(VENV); echo $$$$ >$(VENV)/installing
	    $(PYTHON) -m venv $(VENV)
	fi
	echo $$$$ >$(VENV)/installing
	echo "Installing $(1) into $(VENV) (a minute or two, once) …"
	$(PY) -m pip install --quiet --disable-pip-version-check --no-input --require-hashes --no-deps --only-binary :all: -r $(1) || {
	    echo "The install failed: see above. Is this machine connected to the internet? Then try again: it begins anew." >&2; exit 1
	}
	rm $(VENV)/installing
	touch $@
endef
