"""Tables as other people make them: varied, dirty, in every encoding, the same for a seed."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Iterable

REGIONS = {
    "г. Алматы": "KZ-75",
    "Алматы қ.": "KZ-75",
    "АЛМАТЫ": "KZ-75",
    "Шымкент": "KZ-79",
    "г.Шымкент ": "KZ-79",
}
KINDS = ("школа", "Школа", " школа", "ШКОЛА")
EMPTY = ("", "-", "—", "н/д", "нет данных", " ", "\u00a0")
LEVELS = ("начальная школа", "Начальная школа; дошкольная", "дошкольная", "")
DATES = ("01.09.2016", "2016-10-01", "1.10.2016 г.", "01/10/2016")

HEADS = (
    "№ п/п",
    "Наименование организации\nобразования",
    "Кратко",
    "Қысқаша",
    "Вид",
    "Регион",
    "Ступени обучения",
    "Инкл. классов",
    "Сведения на",
    "Примечание",
)

MAP = """\
kind: organisations
empty: ["нет сведений"]
id: [region, short.ru]
columns:
  № п/п: ignore
  Наименование организации образования: names.official_2016.ru
  Кратко: short.ru
  Қысқаша: [short.kk, names.official_2016.kk]
  Вид: {field: kind, values: {школа: school}}
  Регион:
    field: region
    values:
      "г. Алматы": KZ-75
      "Алматы қ.": KZ-75
      АЛМАТЫ: KZ-75
      Шымкент: KZ-79
      г.Шымкент: KZ-79
  Ступени обучения:
    field: levels
    separator: ";"
    values: {начальная школа: primary, дошкольная: preschool}
  Инкл. классов: inclusive_classes
  Сведения на: as_of
  Примечание: ignore
constants:
  status: unconfirmed
  source.1.document: study-2016
"""


def rows(count: int, seed: int = 1) -> Iterable[list[str]]:
    """Rows of the table, one in twelve with something wrong in it, some twice."""
    chance = random.Random(seed)
    before: list[str] = []
    for number in range(1, count + 1):
        region = chance.choice(list(REGIONS))
        name = f"Школа-гимназия № {number}"
        row = [
            str(number),
            f"КГУ «{name}»",
            f"{name},  {region.strip()}",
            f"№{number} мектеп-гимназия",
            chance.choice(KINDS),
            region,
            chance.choice(LEVELS),
            chance.choice((*EMPTY, "2", " 3 ", "12", "5.0", "0")),
            chance.choice(DATES),
            chance.choice((*EMPTY, "переезжает", 'говорят: "новая"; проверить')),
        ]
        match chance.randrange(36):
            case 0:
                row[5] = "Атлантида"
            case 1:
                row[7] = "несколько"
            case 2:
                row[2] = row[3] = ""
            case 3 if before:
                row[1:] = before[1:]
        before = row
        yield row


def as_csv(count: int, delimiter: str, encoding: str, seed: int = 1, title: bool = True) -> bytes:
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=delimiter, lineterminator="\r\n")
    if title:
        writer.writerow(["Список школ", "", ""])
        writer.writerow([])
    writer.writerow(HEADS)
    writer.writerows(rows(count, seed))
    return target.getvalue().encode(encoding, "strict" if encoding != "cp1251" else "replace")
