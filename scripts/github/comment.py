"""The one comment on a proposal: what was found, in both languages, updated with each change."""

import re
from collections.abc import Sequence
from typing import Final

from github.report import Received, Told
from tirek import LANGUAGES, Language

MARK: Final = "<!-- tirek-check -->"
"""First line of the comment, by which it is found again."""
MOST: Final = 20
"""Problems that the comment lists; all of them are on the lines of the change."""
MAX_PATHS: Final = 20

_WORDS: Final[dict[Language, dict[str, str]]] = {
    "kk": {
        "fine": "Қате табылмады. Тексерілген жазба саны: {records}.",
        "found": "Қате саны: {errors}, ескерту саны: {warnings}. Қатенің бәрі өзгеріс жолдарының "
        "жанында тұр; түзетіп, осы тармаққа қайта жіберсеңіз, тексеру өзі қайталанады.",
        "warned": "Қате жоқ, ескерту саны: {warnings}. Ескерту кедергі емес, бірақ қарап шығыңыз.",
        "broken": "Тексеру аяқталмады: нәтижесі келмеді. Жобаны жүргізуші қарайды.",
        "elsewhere": "Бұл өзгеріске кірмеген файлдарда тағы қате бар: {elsewhere}.",
        "more": "… және тағы {more}.",
        "mend": "Не істеу керек",
        "unusual": "Жобаны жүргізуші қарауы керек: өзгеріс жазбалар, олардың файлдары мен бөлімше "
        "беттерінен басқа файлдарға да тиеді.",
        "preview": "Сайттың алдын ала көрінісі: [осы тексерудің файлдарында]({run}), «preview».",
    },
    "ru": {
        "fine": "Ошибок не найдено. Проверено записей: {records}.",
        "found": "Ошибок: {errors}, предупреждений: {warnings}. Все они показаны на строках "
        "изменения; исправьте и отправьте в ту же ветку – проверка повторится сама.",
        "warned": "Ошибок нет, предупреждений: {warnings}. Они не мешают, но посмотрите их.",
        "broken": "Проверка не закончилась: результата нет. Посмотрит тот, кто ведёт проект.",
        "elsewhere": "В файлах, которых изменение не касается, ошибок: {elsewhere}.",
        "more": "… и ещё {more}.",
        "mend": "Что сделать",
        "unusual": "Нужен взгляд того, кто ведёт проект: изменены не только записи, их файлы и "
        "страницы подразделений.",
        "preview": "Как будет выглядеть сайт: [в файлах этой проверки]({run}), «preview».",
    },
}


def comment(received: Received | None, unusual: Sequence[str], run_url: str) -> str:
    """Return the text of the comment.

    Args:
        received: The report, or None where none came.
        unusual: Changed files that a maintainer must look at.
        run_url: Page of the run that checked the proposal.
    """
    parts = (_in(lang, received, unusual, run_url) for lang in LANGUAGES)
    return MARK + "\n" + "\n\n---\n\n".join(parts) + "\n"


def _in(lang: Language, received: Received | None, unusual: Sequence[str], run_url: str) -> str:
    words = _WORDS[lang]
    lines = [f"### {'Тексеру' if lang == 'kk' else 'Проверка'}"]
    if received is None:
        lines.append(words["broken"])
    else:
        key = "found" if received.errors else "warned" if received.warnings else "fine"
        counts = {name: getattr(received, name) for name in ("errors", "warnings", "records")}
        lines.append(words[key].format(**counts))
        lines.extend(_row(problem, lang) for problem in received.problems[:MOST])
        more = received.errors + received.warnings - min(len(received.problems), MOST)
        if more > 0:
            lines.append(words["more"].format(more=more))
        if received.elsewhere:
            lines.append(words["elsewhere"].format(elsewhere=received.elsewhere))
        if not received.errors:  # with errors no site was built
            lines.append(words["preview"].format(run=run_url))
    if unusual:
        lines.append(f"**{words['unusual']}**")
        lines.extend(f"- {code(path)}" for path in unusual[:MAX_PATHS])
        if len(unusual) > MAX_PATHS:
            lines.append(words["more"].format(more=len(unusual) - MAX_PATHS))
    return "\n\n".join(lines)


def _row(problem: Told, lang: Language) -> str:
    sign = "❌" if problem.level == "error" else "⚠️"
    place = code(f"{problem.path}:{problem.line}:{problem.column}")
    mend = _WORDS[lang]["mend"]
    return (
        f"- {sign} {place} – {words(problem.wrong[lang])}<br>"
        f"{mend}: {words(problem.mend[lang])} ({code(problem.code)})"
    )


def code(text: str) -> str:
    """Return ``text`` as a code span that nothing in it can end."""
    return f"`{text.replace('`', 'ˋ')}`"


_MARKS: Final = re.compile(r"[\\`*_{}\[\]()#+!<>|~&@:/-]")


def words(text: str) -> str:
    """Return ``text`` as words: no link, mention, picture, HTML or reference in it works.

    Numeric entities show as the sign itself and mean nothing to Markdown.
    """
    return _MARKS.sub(lambda mark: f"&#{ord(mark[0])};", text)
