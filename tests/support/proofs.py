"""Proofs: tests that `make test` has no need of. Each is a row, and a row that lacks its material says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.beside import NOT_MEASURED

if TYPE_CHECKING:
    from collections.abc import Generator

MARK = "prove"
MEASURED = "measured"  # a property that a proof may record, and that stands below its row
_WORDS = {"passed": "proved", "failed": "failed", "error": "failed", "skipped": NOT_MEASURED}


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """What a test shows stands in its docstring; the report takes it along, from whichever worker."""
    report = yield
    said = getattr(item, "function", None).__doc__ or item.name
    report.user_properties.append(("said", said.strip().splitlines()[0]))
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """A row for each proof: how it went, which, and what it shows."""
    terminalreporter.section("proofs")
    for outcome, word in _WORDS.items():
        for report in terminalreporter.stats.get(outcome, []):
            terminalreporter.write_line(f"{word:<13} {report.nodeid}: {_said(report)}")
            for name, figure in report.user_properties:
                if name == MEASURED:
                    terminalreporter.write_line(f"{'':<13} {figure}")


def _said(report: pytest.TestReport) -> str:
    said = str(dict(report.user_properties).get("said", ""))
    reason = report.longrepr[2] if report.skipped and isinstance(report.longrepr, tuple) else ""
    return f"{said} ({reason.rpartition(': ')[2]})" if reason else said
