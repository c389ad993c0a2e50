"""How many warnings a build gives: MkDocs looks at them after the last event, and not at all when quiet."""

from __future__ import annotations

import logging

from mkdocs.utils import CountHandler


class WarningCount(CountHandler):
    """Counts the warnings of one build; of a class of its own, so that the next build finds it."""

    @property
    def is_none(self) -> bool:
        return not self.get_counts()


def count_warnings() -> WarningCount:
    """Count from now on, in place of the build before; also what a quiet run does not show."""
    logger = logging.getLogger("mkdocs")
    for handler in [handler for handler in logger.handlers if isinstance(handler, WarningCount)]:
        logger.removeHandler(handler)
    if logger.level > logging.WARNING:
        _hear_warnings(logger)
    count = WarningCount()
    count.setLevel(logging.WARNING)
    logger.addHandler(count)
    return count


def _hear_warnings(logger: logging.Logger) -> None:
    """Let warnings reach those who count them, and nobody else."""
    for handler in logger.handlers:
        is_counting = isinstance(handler, CountHandler)
        handler.setLevel(logging.WARNING if is_counting else max(handler.level, logger.level))
    logger.setLevel(logging.WARNING)
