"""Whether the name in a file's properties is a person's, and not a program's or an office's."""

import re
from typing import Final

_NOBODY: Final = re.compile(
    r"(?:microsoft|python-docx|libreoffice|openoffice|openpyxl|user|admin|administrator|windows"
    r"|home|pc|owner|unknown|author|word"
    r"|typst|adobe|canva|google|acer|asus|lenovo|hp|dell|тірек|tirek|пользователь|админ"
    r"|администратор|пайдаланушы|қолданушы|автор)",
    re.IGNORECASE,
)
_POST: Final = re.compile(
    r"(?:учитель|мұғалім|воспитатель|тәрбиеші|психолог|логопед|дефектолог|методист|әдіскер|завуч"
    r"|директор|секретарь|хатшы|бухгалтер|ученик|оқушы|студент|класс|сынып|компьютер|ноутбук|комп"
    r"|дом|үй|библиотека|кітапхана|teacher|student|office|computer|laptop)[\W\d_]*",
    re.IGNORECASE,
)
"""A post or a place by itself, as school computers are often signed: nobody in particular."""
_OFFICE: Final = re.compile(
    r"мектеп|школ|лице[йя]|гимнази|балабақша|сад\b|орталы|центр|кабинет|қор\b|фонд|академи"
    r"|университет|институт|министр|басқарма|управлен|колледж|әдістемелік|методическ"
    r"|бөлім|отдел|комитет|pmpk|пмпк|ұжым|коллектив|school|centre|center|foundation|unicef"
    r"|юнисеф",
    re.IGNORECASE,
)


def is_person(name: str) -> bool:
    """Return whether ``name`` may be that of a person.

    What is neither an office's nor a program's is taken for a person's: a single word may be
    somebody's login.
    """
    text = name.strip()
    if not any(sign.isalpha() for sign in text) or _OFFICE.search(text):
        return False
    if _POST.fullmatch(text):
        return False
    first = re.split(r"[\s,./_-]", text)[0]
    return not _NOBODY.fullmatch(first.rstrip("0123456789"))
