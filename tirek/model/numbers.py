"""Numbers, and yes or no, as fields hold them.

Validators raise what :func:`tirek.model.values.wrong` makes.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, Final

from pydantic import BeforeValidator

from tirek.model.values import wrong

# A value that has its type already comes from code, not from YAML, whose scalars are text.


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number written as text of one form; the expression is JavaScript's as well."""

    code: str
    """Problem code of what is no such number."""
    expression: str
    type: Callable[[str], int | float]
    repair: Callable[[str], str] | None = None
    """Makes a likelier text, which is offered if it has the form."""

    def __call__(self, value: Any) -> int | float:
        """Return ``value`` as a number.

        Raises:
            PydanticCustomError: of type ``code``.
        """
        if isinstance(value, int | float):
            return value
        if not isinstance(value, str) or not re.fullmatch(self.expression, value):
            repaired = self.repair(str(value)) if self.repair else ""
            right = re.fullmatch(self.expression, repaired)
            raise wrong(self.code, nearest=repaired if right else "")
        return self.type(value)


Count = Annotated[
    int, BeforeValidator(Numeral("value-not-whole-number", r"0|[1-9][0-9]{0,8}", int))
]
"""A whole number from 0 up; ``010`` is refused, since people mean different things by it."""


def _whole_or_decimal(value: str) -> int | float:
    return float(value) if "." in value else int(value)


Number = Annotated[
    int | float,
    BeforeValidator(
        Numeral(
            "value-not-number",
            r"-?(0|[1-9][0-9]{0,11})(\.[0-9]{1,6})?",
            _whole_or_decimal,
            lambda value: value.replace(",", "."),
        )
    ),
]
"""A whole number or a decimal with a point."""


_MEANT: Final = {
    **dict.fromkeys(("иә", "бар", "да", "есть", "yes", "on", "true"), "true"),
    **dict.fromkeys(("жоқ", "нет", "no", "off", "false"), "false"),
}
"""What people write for yes and no."""


def _yes_or_no(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if value not in ("true", "false"):
        meant = _MEANT.get(value.casefold(), "") if isinstance(value, str) else ""
        raise wrong("value-not-yes-no", nearest=meant, allowed="true, false")
    return bool(value == "true")


YesNo = Annotated[bool, BeforeValidator(_yes_or_no)]
"""``true`` or ``false``, nothing else."""
