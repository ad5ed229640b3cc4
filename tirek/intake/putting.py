"""Files put into the project so that a cut leaves none of them half-written.

All are staged and written out first; a journal then says where each belongs; then they are
renamed into place. Cut before the journal, the project is as it was; cut after it,
``finish`` puts the rest in place. The journal is that of an update of a stick.
"""

import shutil
from collections.abc import Mapping
from pathlib import Path

from tirek.offline.journal import JOURNAL, STAGED, Journal, carry_out, keep, read_journal
from tirek.offline.manifest import WORK
from tirek.offline.solid import put, sync_folder


def put_all(root: Path, files: Mapping[str, bytes]) -> None:
    """Put ``files``, by path below ``root`` with "/", in their places.

    Raises:
        OSError: the system refused; nothing has changed, or ``finish`` completes it.
    """
    if not files:
        return
    finish(root)
    work = root / WORK
    (work / STAGED).mkdir(parents=True)
    paths = list(files)
    for number, path in enumerate(paths):
        put(work / STAGED / str(number), files[path], work / "part")
    sync_folder(work)
    keep(root, Journal(paths, ()))
    finish(root)


def finish(root: Path) -> bool:
    """Complete what was cut, and clear away what had not begun.

    Returns:
        Whether something was completed.
    """
    journal = read_journal(root)
    if journal is not None:
        carry_out(root, journal)
        # The journal first: without it what is left of the folder is only rubbish.
        (root / WORK / JOURNAL).unlink(missing_ok=True)
    shutil.rmtree(root / WORK, ignore_errors=True)
    return journal is not None
