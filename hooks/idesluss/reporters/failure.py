"""The program's own failure in one line: never a problem of the content, and without a word of it."""

from __future__ import annotations

import errno
import os
import traceback
from pathlib import Path

from ..words import Language, say
from ..words.characters import plain

EXIT_CODE = 3
VARIABLE = "IDESLUSS_TRACEBACK"
_PACKAGE = Path(__file__).parents[1]
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_REFUSED = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})


def failure_as_text(error: BaseException, language: Language) -> str:
    """What failed and what to do about it, in a line; after the whole trace where VARIABLE asks for it."""
    trace = "".join(traceback.format_exception(error)) if os.environ.get(VARIABLE) else ""
    return f"{trace}{_line(error, language)}\n"


def _line(error: BaseException, language: Language) -> str:
    if isinstance(error, OSError) and error.errno:
        path = plain(str(error.filename or "–"), 200)
        if error.errno in _FULL:
            return say("failure.full", language, path=path)
        if error.errno in _REFUSED:
            return say("failure.refused", language, path=path)
        return say("failure.system", language, path=path, reason=os.strerror(error.errno))
    # Not the error's own words: they may quote the content, with what nobody should read in a log.
    return say("failure.crash", language, kind=type(error).__name__, place=_place(error))


def _place(error: BaseException) -> str:
    """The innermost line of the program that was on the way to the error."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if Path(frame.filename).is_relative_to(_PACKAGE)]
    if not own:
        return "–"
    return f"{Path(own[-1].filename).relative_to(_PACKAGE).as_posix()}:{own[-1].lineno}"
