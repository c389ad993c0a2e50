"""An import that is run again: what the source says anew is written, and what somebody edited here stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support import catalogues, project
from tests.support.imports import HEAD, LJUSET, TRAPPAN, run, write

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.importing.run import ImportResult


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return catalogues.lay(tmp_path, project.BASE)


def test_the_second_run_changes_nothing(root: Path) -> None:
    write(root, run(root, [HEAD, TRAPPAN, LJUSET]))
    again = run(root, [HEAD, TRAPPAN, LJUSET])
    assert (again.files, again.counts["unchanged"]) == ({}, 2)


def test_what_the_source_says_anew_is_written(root: Path) -> None:
    """In the file that the entry has, whatever its title or its year becomes."""
    write(root, run(root, [HEAD, TRAPPAN]))
    changed = [*TRAPPAN[:1], "Räcke vid långa trappan", *TRAPPAN[2:4], "1/8 2023", "300 tkr", *TRAPPAN[6:]]
    result = run(root, [HEAD, changed])
    assert result.counts["updated"] == 1
    write(root, result)
    entry = catalogues.read(root).by_slug["racke-vid-trappan"]
    assert (entry.idea.title, entry.granted, entry.year) == ("Räcke vid långa trappan", 300_000, "2024")
    assert run(root, [HEAD, changed]).files == {}


def test_what_was_edited_by_hand_stays(root: Path) -> None:
    """A field that somebody changed, wrote or removed, the text and a remark; all else follows the source."""
    write(root, run(root, [HEAD, TRAPPAN]))
    file = root / "ideas/2024/racke-vid-trappan/idea.md"
    text = file.read_text(encoding="utf-8").replace(
        "title: Räcke vid trappan", "title: Ett räcke vid trappan  # rättat"
    )
    text = text.replace("sector: samhallsbyggnad", "sector: samhallsbyggnad\nthemes: [valfardsteknik]")
    text = text.replace("coordinator:\n  organisation: storby-kommun\n", "").replace(
        "ena sidan.\n\n", "ena sidan. Och halt.\n\n"
    )
    file.write_text(text, encoding="utf-8")
    result = run(root, [HEAD, [*TRAPPAN[:5], "300 tkr", *TRAPPAN[6:]]])
    edited = next(finding for finding in result.findings if finding.group == "edited")
    assert (edited.before, edited.after) == (
        "ideas/2024/racke-vid-trappan/idea.md",
        "title, themes, coordinator, body",
    )
    assert result.files["ideas/2024/racke-vid-trappan/idea.md"] == _with_marks(
        text.replace("awarded: 250000", "awarded: 300000"), result
    )


def _with_marks(text: str, result: ImportResult) -> str:
    """The text with the marks of what the import wrote, which are its own."""
    new = next(iter(result.files.values()))
    before, _, rest = text.partition("  written: >-\n")
    return (
        before
        + "  written: >-\n"
        + new.partition("  written: >-\n")[2].partition("---\n")[0]
        + "---\n"
        + rest.partition("---\n")[2]
    )


def test_repairs_of_form_are_no_edits(root: Path) -> None:
    """Line ends, quotation marks and folded lines change nothing of what is said."""
    write(root, run(root, [HEAD, TRAPPAN]))
    file = root / "ideas/2024/racke-vid-trappan/idea.md"
    text = file.read_text(encoding="utf-8").replace("title: Räcke vid trappan", 'title: "Räcke vid trappan"')
    file.write_bytes(text.replace("\n", "\r\n").encode())
    result = run(root, [HEAD, [*TRAPPAN[:5], "300 tkr", *TRAPPAN[6:]]])
    assert [finding for finding in result.findings if finding.group == "edited"] == []


def test_a_moved_entry_is_found_again(root: Path) -> None:
    write(root, run(root, [HEAD, TRAPPAN]))
    (root / "ideas/2019").mkdir(exist_ok=True)
    (root / "ideas/2024/racke-vid-trappan").rename(root / "ideas/2019/trappan")
    result = run(root, [HEAD, [*TRAPPAN[:5], "300 tkr", *TRAPPAN[6:]]])
    assert list(result.files) == ["ideas/2019/trappan/idea.md"]


def test_entries_that_the_sheet_no_longer_has_are_told_and_left(root: Path) -> None:
    write(root, run(root, [HEAD, TRAPPAN, LJUSET]))
    result = run(root, [HEAD, TRAPPAN])
    assert result.gone == ["ideas/2023/ljus-pa-aldreboendet/idea.md"]
    assert result.files == {}


def test_an_entry_whose_row_is_refused_now_is_not_taken_for_gone(root: Path) -> None:
    """It is left as it is, and its row is told of."""
    write(root, run(root, [HEAD, TRAPPAN, LJUSET]))
    result = run(root, [HEAD, TRAPPAN, [LJUSET[0], "", *LJUSET[2:]]])
    assert (result.gone, result.files, dict(result.row_counts)) == ([], {}, {"unchanged": 1, "refused": 1})
