"""What is wrong with a command as it was written, in the words of its reader.

The library that reads commands tells it in English only.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import IO, Any, Final

import click

from tirek import Language
from tirek.commands.session import Session, say, system_language

_QUOTED: Final = re.compile(r"'(.*?)'")
_EXTRA: Final = re.compile(r"Got unexpected extra arguments? \((.*)\)", re.DOTALL)


class Told(click.UsageError):
    """A wrong use, told in Kazakh or Russian."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message."""
        click.echo(self.message, file=file, err=file is None)


@contextmanager
def told() -> Iterator[None]:
    """Have what is raised within say itself in the language of the run.

    Raises:
        Told: something raised a UsageError.
    """
    try:
        yield
    except (Told, click.exceptions.NoArgsIsHelpError):
        raise
    except click.UsageError as error:
        context = error.ctx or click.get_current_context(silent=True)
        raise Told(_message(error, _language(context)), error.ctx) from error


def _language(context: click.Context | None) -> Language:
    root = context.find_root() if context else None
    if root and isinstance(root.obj, Session):
        return root.obj.lang
    chosen: Language | None = root.params.get("lang") if root else None
    return chosen or system_language()


def _message(error: click.UsageError, lang: Language) -> str:
    said = _of_library(error, lang)
    if said is None or error.ctx is None:
        return said or error.format_message()
    return f"{said}\n{say(lang, 'usage_help', command=error.ctx.command_path)}"


def _of_library(error: click.UsageError, lang: Language) -> str | None:
    """Return our words for what the library says; None for what a command of ours said."""
    match error:
        case click.NoSuchOption():
            known = error.possibilities or []
            return say(lang, "usage_no_option", value=error.option_name) + _nearest(known, lang)
        case click.exceptions.NoSuchCommand():
            known = get_close_matches(error.command_name, _commands(error.ctx))
            return say(lang, "usage_no_command", value=error.command_name) + _nearest(known, lang)
        case click.BadOptionUsage():
            return say(lang, "usage_no_value", name=error.option_name)
        case click.MissingParameter():
            return say(lang, "usage_missing", name=_name(error))
        case click.BadParameter():
            return _of_value(error, lang)
    extra = _EXTRA.fullmatch(error.message)
    return say(lang, "usage_extra", value=extra[1]) if extra else None


def _commands(context: click.Context | None) -> list[str]:
    if context is None or not isinstance(context.command, click.Group):
        return []
    return context.command.list_commands(context)


def _nearest(names: list[str], lang: Language) -> str:
    return f". {say(lang, 'usage_nearest', names=', '.join(names))}" if names else ""


def _of_value(error: click.BadParameter, lang: Language) -> str:
    quoted = _QUOTED.search(error.message)
    kind = error.param.type if error.param else None
    if quoted and isinstance(kind, click.Path):
        path = Path(quoted[1])
        if not path.exists():
            return say(lang, "usage_no_path", value=path)
        if path.is_file() and not kind.file_okay:
            return say(lang, "usage_not_folder", value=path)
        if path.is_dir() and not kind.dir_okay:
            return say(lang, "usage_not_file", value=path)
        return say(lang, "usage_wrong_value", name=_name(error), said=path)
    if quoted and isinstance(kind, click.Choice):
        choices = ", ".join(map(str, kind.choices))
        name = _name(error)
        return say(lang, "usage_not_one_of", name=name, value=quoted[1], choices=choices)
    return say(lang, "usage_wrong_value", name=_name(error), said=error.message)


def _name(error: click.BadParameter) -> str:
    hint = error.param_hint
    if hint is None and error.param is not None:
        hint = error.param.get_error_hint(error.ctx)
    return (hint if isinstance(hint, str) else " / ".join(hint or ())).replace("'", "")
