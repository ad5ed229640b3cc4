"""``tirek import``: a spreadsheet becomes records."""

import sys
from pathlib import Path

import click

from tirek.commands.session import PROBLEMS, Session, in_session, stop
from tirek.intake.putting import finish, put_all
from tirek.tables.columns import FOLDERS
from tirek.tables.grid import MAX_BYTES, TableRefused, read_grid
from tirek.tables.importing import CHANGED, FAULTY, Outcome, Result, imported
from tirek.tables.mapping import TableMap, read_mapping
from tirek.tables.template import template


@click.command("import")
@click.argument("file", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--kind",
    type=click.Choice(FOLDERS),
    help="Жазба түрі / Вид записей",
)
@click.option(
    "--map",
    "map_path",
    metavar="M.yml",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Бөгде кестенің сипаттамасы / Описание чужой таблицы",
)
@click.option(
    "--update",
    is_flag=True,
    help="Бар жазбаларды да өзгерту / Менять и имеющиеся записи",
)
@click.option(
    "--dry-run",
    is_flag=True,
    help="Тек көрсету, ештеңе жазбау / Только показать, ничего не записывать",
)
@click.option(
    "--template",
    "blank",
    is_flag=True,
    help="Оқудың орнына FILE-ға бос кесте жазу / Не читать, а записать в FILE пустую таблицу",
)
@in_session
def import_(
    session: Session,
    file: Path,
    kind: str | None,
    map_path: Path | None,
    update: bool,
    dry_run: bool,
    blank: bool,
) -> None:
    """Кестеден (XLSX, CSV) жазбалар жасау / Сделать записи из таблицы (XLSX, CSV)."""
    if blank:
        _write_blank(session, file, kind)
        return
    if not file.is_file():
        raise click.UsageError(session.say("import_no_file", path=file))
    if not dry_run and finish(session.root):
        click.echo(session.say("inbox_finished"))
    try:
        table = _map(session, map_path, kind)
        with file.open("rb") as stream:  # a file that is too large is not read whole
            content = stream.read(MAX_BYTES + 1)
        grid = read_grid(
            content, encoding=table.encoding, delimiter=table.delimiter, sheet=table.sheet
        )
        outcome = imported(session.root, grid, table)
    except TableRefused as refused:
        stop(f"{file}: " + session.say(f"import_{refused.key}", value=refused.value))
    click.echo(session.say("import_read", how=grid.how, rows=len(outcome.results)))
    for head, guess in outcome.strange:
        hint = session.say("import_meant", head=guess) if guess else ""
        click.echo(session.say("import_strange", head=head) + hint)
    for result in outcome.results:
        _tell(session, result)
    if not dry_run:
        put_all(session.root, outcome.files(update))
    _sum(session, outcome, update=update, dry_run=dry_run)
    if any(result.state == FAULTY for result in outcome.results):
        sys.exit(PROBLEMS)


def _write_blank(session: Session, file: Path, kind: str | None) -> None:
    if kind is None or file.suffix != ".xlsx":
        raise click.UsageError(session.say("import_blank_needs"))
    file.write_bytes(template(session.catalogue(), kind, session.lang))
    click.echo(session.say("import_blank_done", path=file))


def _map(session: Session, path: Path | None, kind: str | None) -> TableMap:
    if path is not None:
        return read_mapping(path.name, path.read_bytes(), kind or "")
    if kind is None:
        raise click.UsageError(session.say("import_needs_kind", kinds=", ".join(FOLDERS)))
    return TableMap(kind)


def _tell(session: Session, result: Result) -> None:
    said = session.say(f"import_{result.state}", name=result.name)
    click.echo(session.say("import_row", row=result.row) + f" {said}")
    for problem in result.problems:
        head = result.head_of(problem.field)
        place = f"«{head}»: " if head else ""
        for line in problem.lines(session.lang, place):
            click.echo(f"  {line}")


def _sum(session: Session, outcome: Outcome, *, update: bool, dry_run: bool) -> None:
    counts = {
        state: sum(result.state == state for result in outcome.results)
        for state in ("new", "changed", "same", "repeated", "faulty")
    }
    click.echo(session.say("import_dry" if dry_run else "import_done", **counts))
    if counts[CHANGED] and not update:
        click.echo(session.say("import_update"))
