"""The command line: ``tirek COMMAND``; each command has its module in ``tirek.commands``.

Exit codes: 0 fine, 1 problems found, 2 wrong use.
"""

from pathlib import Path

import click

from tirek import Language
from tirek.commands.build import build
from tirek.commands.check import check
from tirek.commands.files import files
from tirek.commands.session import Session, say, system_language


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--lang", type=click.Choice(["kk", "ru"]), default=None, help="Тіл / Язык")
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="Жоба қалтасы / Папка проекта",
)
@click.pass_context
def main(context: click.Context, lang: Language | None, root: Path) -> None:
    """Тірек: каталогты тексеру және сайт құрастыру / проверка каталога и сборка сайта."""
    session = Session(lang or system_language(), root)
    if not (root / "catalogue").is_dir():
        raise click.UsageError(say(session.lang, "not_a_project", path=root))
    context.obj = session


for _command in (build, check, files):
    main.add_command(_command)

if __name__ == "__main__":
    main()
