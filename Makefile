# Екі пәрмен / Две команды:
#   make site    сайтты құрастыру                 собрать сайт
#   make serve   жазу кезінде көріп отыру         смотреть, пока пишешь
# Мәтін авторына / Автору текстов:
#   make files   catalogue/texts мәтіндерінен DOCX пен PDF   DOCX и PDF из catalogue/texts   (make files ARGS="--check")
# Әзірлеушіге / Разработчику:
#   make test    тестілер                         тесты           (make test ARGS="-k urls")
#   make check   код пен мәтін тексерістері       проверки кода и текста
#   make format  кодты біркелкі пішімдеу          привести код к одному виду
#   make generate  схемалар мен CODEOWNERS жасау   сделать схемы для редакторов и CODEOWNERS
#   make lock    тәуелділіктерді қайта бекіту     закрепить зависимости заново (ARGS=--upgrade)
#   make clean   құрастырылғанды өшіру            удалить собранное (установленное остаётся)

SHELL := bash
# Found before .venv comes first on the path: it is the Python that .venv is made with.
PYTHON := $(shell command -v python3)
SET_UP = $(PYTHON) scripts/set_up.py

export PATH := $(CURDIR)/.venv/bin:$(CURDIR)/node_modules/.bin:$(PATH)
# The system's browsers are used; nothing fetches others.
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD := 1

.PHONY: site serve files test check check-python check-web check-text dev format generate lock clean

site:
	@$(SET_UP) site && tirek build
	@echo "Сайт дайын, ашыңыз / Сайт готов, откройте: site/index.html"

serve:
	@$(SET_UP) site && mkdocs serve

files: dev
	@tirek files $(ARGS)

test:
	@$(SET_UP) test
	pytest $(ARGS)

# Three parts, so that `make --keep-going check` shows all there is to mend.
check: check-python check-web check-text

check-python: dev
	ruff check . && ruff format --check . && mypy

check-web: dev
	biome ci --error-on-warnings $(if $(NO_COLOR),--colors=off) && tsc --project .

check-text: dev
	yamllint --strict . && djlint --lint --quiet overrides tirek/views/templates
	zizmor --offline --no-progress --quiet .github/workflows

dev:
	@$(SET_UP) check

format: dev
	ruff check --fix --quiet . ; ruff format . && biome check --write

generate: dev
	@python scripts/generate.py

lock: dev
	for part in site dev bench fuzz; do uv pip compile --quiet $(ARGS) requirements/$$part.in --output-file requirements/$$part.txt || exit; done
	npm install --package-lock-only
	npm install --package-lock-only --omit-lockfile-registry-resolved --ignore-scripts --prefix scripts/bench/npm

clean:
	rm -rf site .site.* .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis
