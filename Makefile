# My Funds: every command a person needs. `make` alone prints this help.
PYTHON ?= python3
DO = $(PYTHON) -m tools

.DEFAULT_GOAL := help
.PHONY: help run dev phone test check seed bench bench-insights bench-voice prove sim sim-mutants starter-model

help: ## Print this help
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: ## Set up what is missing and serve on http://localhost:8000
	@$(DO).run

dev: ## The same with reload of Python and of the page
	@$(DO).run --reload

phone: ## Serve over HTTPS on this network, for a phone (prints a QR code)
	@$(DO).phone

test: ## Every test, in its short form, with the checks before it
	@$(DO).test

check: ## Lint, types and import contracts, both languages
	@$(DO).check

seed: ## Fill in a believable household of two years (ROWS=100000 for a large one)
	@$(DO).seed $(ROWS)

bench: ## Measure speed against a named peer or limit
	@$(DO).bench

bench-insights: ## Measure the month beside SQLite's GROUP BY and beancount (ROWS=n at most)
	@$(DO).bench.insights

bench-voice: ## Measure how well and how fast it hears; writes docs/voice.md
	@$(DO).bench.voice

prove: ## The long proofs; writes docs/proof.md (ONLY="name …" for some)
	@$(DO).prove

sim: ## Simulate sync with everything that goes wrong (STEPS=n SEED=n)
	@$(DO).sim

sim-mutants: ## Break sync on purpose; the simulator must notice
	@$(DO).sim_mutants

starter-model: ## Make the speech model anew (RECORDINGS=folder; WORDS=1 makes its vocabulary alone)
	@$(PYTHON) -m venv build/starter-env
	@build/starter-env/bin/pip install --quiet --requirement voice/training/requirements.txt
	@build/starter-env/bin/python -m voice.training $(if $(RECORDINGS),--recordings $(RECORDINGS)) $(if $(WORDS),--words)
