"""A table held against the catalogue: what each row adds, changes or gets wrong.

Nothing is written here. A row whose record is not there yet is new; one that says nothing new
is unchanged; one that says otherwise is a change, and keeps what the table does not speak of.
The same table twice therefore changes nothing.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import yaml

from tirek.model.catalogue import Catalogue
from tirek.model.plain import Value, digest_of, settled
from tirek.problem import Problem, nearest
from tirek.reading.project import check_project, check_tree
from tirek.reading.report import Report
from tirek.tables.columns import empty_parts, folded_head, known_heads
from tirek.tables.existing import names_in, plain_now
from tirek.tables.grid import Grid, Row, TableRefused
from tirek.tables.mapping import TableMap, Taken
from tirek.tables.naming import name_of
from tirek.tables.rows import Draft, Reader, without_gaps

LOOKED_AT: Final = 30
"""Rows among which the heads are looked for."""

NEW, CHANGED, SAME, REPEATED, FAULTY = "new", "changed", "same", "repeated", "faulty"


@dataclass(slots=True)
class Result:
    """What became of one row."""

    row: int
    """Number in the sheet, from 1."""
    state: str
    """NEW, CHANGED, SAME, REPEATED (an earlier row says the same) or FAULTY."""
    name: str
    """Id of the record."""
    path: str = ""
    """Its file."""
    content: bytes = b""
    """What the file would hold."""
    problems: list[Problem] = field(default_factory=list)
    heads: Mapping[str, str] = field(default_factory=dict)
    """What stands above the cell that filled each path."""

    def head_of(self, loc: str) -> str:
        """Return the head of the column that a problem at ``loc`` (items from 0) comes from."""
        path = re.sub(r"(?<=\.)\d+(?=\.|$)", lambda step: str(int(step[0]) + 1), loc)
        while path:
            if path in self.heads:
                return self.heads[path]
            path = path.rpartition(".")[0]
        return ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A whole table."""

    results: tuple[Result, ...]
    strange: tuple[tuple[str, str], ...]
    """Heads that no field answers to, each with the nearest known one."""
    after: Catalogue
    """The catalogue as it would be with every new and changed record."""

    def files(self, changed: bool) -> dict[str, bytes]:
        """Return what to write, by path; what is there already only where ``changed``."""
        states = (NEW, CHANGED) if changed else (NEW,)
        return {result.path: result.content for result in self.results if result.state in states}


def imported(root: Path, grid: Grid, table: TableMap, before: Report | None = None) -> Outcome:
    """Return what ``grid``, read by ``table``, would do to the project at ``root``.

    Args:
        root: The project.
        grid: The table's cells.
        table: How they are meant.
        before: What a check of the project said; None: it is checked here.

    Raises:
        TableRefused: ``table_no_heads``: no row holds heads that are known.
    """
    report = before or check_project(root)
    heads, rows, strange = headed(grid, table)
    reader = Reader(table, heads, report.known, names_in(report.catalogue))
    results = list(_results(root, report.catalogue, reader, rows))
    after = _checked(root, results, {_key(problem) for problem in report.errors})
    return Outcome(tuple(results), strange, after or report.catalogue)


Heads = tuple[tuple[str, Taken], ...]


def headed(
    grid: Grid, table: TableMap
) -> tuple[Heads, tuple[Row, ...], tuple[tuple[str, str], ...]]:
    """Return heads, the rows below them, and heads that are not understood, with the nearest.

    Raises:
        TableRefused: ``table_no_heads``: no row holds heads that are known.
    """
    known = {head: Taken((path,)) for head, path in known_heads(table.folder).items()}
    known |= table.columns
    best, most = -1, 0
    for index, row in enumerate(grid.rows[:LOOKED_AT]):
        if table.header:
            hits = int(row.number == table.header)
        else:
            hits = len({folded_head(cell) for cell in row.cells} & known.keys())
        if hits > most:
            best, most = index, hits
    if best < 0:
        words = grid.rows[0].cells if grid.rows else ()
        raise TableRefused("table_no_heads", "; ".join(words)[:120])
    heads, strange = [], []
    for cell in grid.rows[best].cells:
        taken = known.get(folded_head(cell))
        heads.append((cell, taken or Taken(())))
        if taken is None and cell:
            strange.append((cell, nearest(folded_head(cell), known)))
    rows = grid.rows[best + 1 :]
    # The row below our own heads holds their paths; it is hidden, not data.
    if rows and {taken.fields[0] for _, taken in heads if taken.fields} <= set(rows[0].cells):
        rows = rows[1:]
    return tuple(heads), rows, tuple(strange)


def _results(
    root: Path, catalogue: Catalogue, reader: Reader, rows: tuple[Row, ...]
) -> Iterator[Result]:
    folder = reader.table.folder
    drafts: dict[str, Value] = {}
    for row in rows:
        draft = reader.draft(row)
        if not draft.cells:
            continue
        given = draft.plain.pop("id", "")
        plain: dict[str, Any] = without_gaps(draft.plain)
        name = str(given) or name_of(catalogue, folder, plain, reader.table.id_from)
        if name in drafts and digest_of(drafts[name]) == digest_of(plain):
            yield _result(draft, REPEATED, name)
            continue
        if name in drafts and not given:
            name = _other(name, plain, drafts)
            if name in drafts:
                yield _result(draft, REPEATED, name)
                continue
        drafts[name] = plain
        path = f"catalogue/{folder}/{name}.yml"
        now = plain_now(root, path)
        whole: dict[str, Any] = {part: {} for part in empty_parts(folder)} | plain
        merged = settled(folder, name, whole if now is None else laid_over(now, plain))
        state = NEW if now is None else SAME if digest_of(now) == digest_of(merged) else CHANGED
        result = _result(draft, state, name)
        result.path, result.content = path, written(merged)
        yield result


def _other(name: str, plain: Value, drafts: Mapping[str, Value]) -> str:
    """Return a name for another record of the same name: with the first number that is free."""
    number = 2
    while (taken := drafts.get(f"{name}-{number}")) is not None:
        if digest_of(taken) == digest_of(plain):
            break
        number += 1
    return f"{name}-{number}"


def _result(draft: Draft, state: str, name: str) -> Result:
    heads = {path: cell.head for path, cell in draft.cells.items()}
    return Result(draft.row, state, name, heads=heads)


def laid_over(now: Any, new: Any) -> Any:
    """Return ``now`` with what ``new`` says in its place; what it does not speak of stays."""
    if isinstance(now, dict) and isinstance(new, dict):
        return {
            name: laid_over(now[name], new[name])
            if name in now and name in new
            else new.get(name, now.get(name))
            for name in dict.fromkeys((*now, *new))
        }
    return new


def written(plain: Value) -> bytes:
    """Return a record's YAML."""
    text = yaml.dump(plain, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=100)
    return str(text).encode()


def _checked(root: Path, results: list[Result], before: set[tuple[str, ...]]) -> Catalogue | None:
    """Check all new and changed records together, and note what is wrong at their rows.

    Returns:
        The catalogue with them; None where there are none.
    """
    over = {r.path: r.content for r in results if r.state in (NEW, CHANGED)}
    if not over:
        return None
    found: defaultdict[str, list[Problem]] = defaultdict(list)
    report = check_tree(root, over)
    for problem in report.problems:
        if problem.path in over or _key(problem) not in before:
            found[problem.path].append(problem)
    for result in results:
        if result.state in (NEW, CHANGED):
            result.problems = found[result.path]
            if any(problem.level == "error" for problem in result.problems):
                result.state = FAULTY
    return report.catalogue


def _key(problem: Problem) -> tuple[str, ...]:
    return problem.path, problem.field, problem.code, problem.value
