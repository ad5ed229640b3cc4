"""Phones and mail addresses of private persons: mobile numbers, mail at free providers.

Numbers of offices (a town's code) and mail at an organisation's own domain pass.
"""

import re
from collections.abc import Iterator
from typing import Final

from tirek.inspection.spots import Spot, has_digits

_APART: Final = r"[ \u00a0().‑–-]{0,3}"
_MOBILE: Final = re.compile(
    rf"(?<![\d+])(?:\+?7|8){_APART}7(?:0[0-8]|47|5[01]|6[0-4]|7[15-8]){_APART}"
    rf"\d{_APART}\d{_APART}\d{_APART}\d{_APART}\d{_APART}\d{_APART}\d(?!\d)"
)
"""Codes of Kazakhstan's mobile operators; 7172, 727 and such are towns."""
_PROVIDERS: Final = (
    "gmail.com|googlemail.com|mail.ru|bk.ru|list.ru|inbox.ru|internet.ru|yandex.ru|yandex.kz"
    "|yandex.com|ya.ru"
    "|rambler.ru|outlook.com|hotmail.com|live.com|icloud.com|me.com|yahoo.com|proton.me"
    "|protonmail.com|mail.kz"
).replace(".", r"\.")
_MAIL: Final = re.compile(
    rf"(?<![\w.+-])[\w.+-]{{1,64}}[ ]?@[ ]?(?:{_PROVIDERS})(?![\w-]|\.\w)", re.IGNORECASE
)


FEWEST_DIGITS: Final = 11
"""Of a phone; an identification number has one more."""


def private_phones(text: str) -> Iterator[Spot]:
    """Yield every number of a mobile phone."""
    if not has_digits(text, FEWEST_DIGITS):
        return
    for found in _MOBILE.finditer(text):
        yield Spot(found.start(), "privacy-phone", found[0])


def private_mails(text: str) -> Iterator[Spot]:
    """Yield every mail address at a provider where anybody gets one."""
    if "@" not in text:
        return
    for found in _MAIL.finditer(text):
        yield Spot(found.start(), "privacy-mail", found[0])
