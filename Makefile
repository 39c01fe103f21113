# make demo    the whole job on the packaged examples, into out/demo
# make test    check, then every test: fast ones first, then those that build a wheel, need Neo4j or open a browser
# make check   lint, types, import directions
# make bench   speeds as ratios; those of the packs and of pages in seconds
# make docs    the generated parts of README and docs/, and the output of the commands they show
# make pictures  screenshots of every view, into out/pictures
# Each makes .venv first if it is missing (Python >= 3.11); nothing has to be installed by hand.

BIN := .venv/bin
PYTEST_ARGS ?=

.PHONY: demo test check bench docs pictures browser server format clean
.DEFAULT_GOAL := demo

demo: .venv/.stamp
	$(BIN)/liantu demo out/demo

test: check browser server
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder $(PYTEST_ARGS)

check: .venv/.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/python tools/lint_script.py

bench: .venv/.stamp server browser
	$(BIN)/python bench/startup.py
	$(BIN)/python bench/extraction.py
	PYTHONPATH=tools $(BIN)/python bench/loading.py
	PYTHONPATH=tools $(BIN)/python bench/packs.py
	PYTHONPATH=tools $(BIN)/python bench/exports.py 50
	PYTHONPATH=tools $(BIN)/python bench/names.py
	$(BIN)/python bench/pages.py

docs: .venv/.stamp
	$(BIN)/python tools/render_docs.py
	$(BIN)/python tools/shown_commands.py

pictures: .venv/.stamp browser
	$(BIN)/python tools/pictures.py

browser:
	@tools/browser.sh

server:
	@tools/neo4j.sh >/dev/null

format: .venv/.stamp
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf .venv out dist build

.venv/.stamp: pyproject.toml constraints.txt tools/bootstrap.sh
	@tools/bootstrap.sh
