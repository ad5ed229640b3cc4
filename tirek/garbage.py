"""Garbage left where it lies, by processes that end when their work is done."""

import atexit
import gc


def leave_garbage() -> None:
    """Search for no garbage until this process ends, nor when it does.

    Records live that long and hold no cycles: a search would only walk them. At its very end
    Python searches even so, for half a second after a build of 10,000 records.
    """
    gc.disable()
    atexit.register(gc.freeze)
