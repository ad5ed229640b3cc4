"""Every check there is, listed once; each runs once over each record, page or file.

To add one: write a function of a source (see ``check.sources``) that yields problems, and put
it into a list here. Its words stand in ``wording/problems/``, an example is planted in
``tests/sites/broken``, and the guide ``guides/checks.md`` shows it by itself.
"""

from typing import Final

from tirek.check.sources import FileCheck, PageCheck, RecordCheck
from tirek.check.whole import BetweenCheck, units_without_page
from tirek.inspection.pages import inspected_page
from tirek.inspection.records import inspected_record

RECORDS: Final[tuple[RecordCheck, ...]] = (inspected_record,)
"""Of each record by itself, as written; also of one that cannot be typed."""

PAGES: Final[tuple[PageCheck, ...]] = (inspected_page,)
"""Of each hand-written page by itself."""

FILES: Final[tuple[FileCheck, ...]] = ()
"""Of each file by its content; results are kept by the file's checksum."""

BETWEEN: Final[tuple[BetweenCheck, ...]] = (units_without_page,)
"""Between records, pages and files; these only warn, and a build does not wait for them."""
