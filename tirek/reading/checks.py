"""Every check there is, listed once; each runs once over each record, page or file.

To add one: write a function of a source (see ``check.sources``) that yields problems, and put
it into a list here. Its words stand in ``wording/problems/``, an example is planted in
``tests/sites/broken``, and the guide ``guides/checks.md`` shows it by itself.
"""

from typing import Final

from tirek.check import languages, leftovers, lengths, letters, pictures
from tirek.check.likeness import near_duplicates
from tirek.check.sources import FileCheck, PageCheck, RecordCheck
from tirek.check.whole import (
    BetweenCheck,
    files_without_licence,
    formats_not_as_named,
    marks_not_needed,
    units_without_page,
    videos_without_words,
)
from tirek.inspection.files import inspected_file
from tirek.inspection.pages import inspected_page
from tirek.inspection.records import inspected_record

RECORDS: Final[tuple[RecordCheck, ...]] = (
    leftovers.of_record,
    letters.of_record,
    lengths.of_record,
    languages.of_record,
    inspected_record,
)
"""Of each record by itself, as written; also of one that cannot be typed."""

PAGES: Final[tuple[PageCheck, ...]] = (
    leftovers.of_page,
    letters.of_page,
    lengths.of_page,
    languages.of_page,
    pictures.of_page,
    inspected_page,
)
"""Of each hand-written page by itself, and of each text that documents are made from."""

FILES: Final[tuple[FileCheck, ...]] = (inspected_file,)
"""Of each file by its content; results are kept by the file's checksum."""

BETWEEN: Final[tuple[BetweenCheck, ...]] = (
    units_without_page,
    marks_not_needed,
    files_without_licence,
    formats_not_as_named,
    videos_without_words,
    near_duplicates,
)
"""Between records, pages and files; these only warn, and a build does not wait for them."""
