"""What is remembered between runs is believed by who waits at a screen, and by nobody who publishes."""

from __future__ import annotations

import re

from tests.support import project

PROGRAM = project.ROOT / "hooks/idesluss"
PIPELINES = [*project.ROOT.glob(".github/workflows/*.yml"), *PROGRAM.glob("generated/hosts/*/*.yml")]


def test_only_check_and_report_remember() -> None:
    """Not `judge`, which a pipeline runs on a change, nor the build."""
    using = {
        file.relative_to(PROGRAM).as_posix()
        for file in PROGRAM.rglob("*.py")
        if re.search(r"from \.+(?:cli\.)?remembered import .*remembering|store_of\(", file.read_text("utf-8"))
    }
    assert using == {"cache/place.py", "cli/judging.py", "cli/remembered.py", "cli/reporting.py"}


def test_no_pipeline_restores_what_a_change_could_have_made() -> None:
    assert PIPELINES
    for file in PIPELINES:
        text = file.read_text("utf-8")
        assert "IDESLUSS_CACHE" not in text, file
        assert not re.search(r"^\s*(?:-\s+|path:\s*)?['\"]?~?/?\.cache", text, re.MULTILINE), file
