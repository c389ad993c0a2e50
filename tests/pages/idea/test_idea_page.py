"""An idea's page as a whole: waivers in words, and no section without any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.idea_pages import page_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support import markup


def test_a_waiver_says_what_it_waives(tmp_path: Path) -> None:
    """Each requirement in words."""
    page = page_of(tmp_path, "waivers:\n  - waives: [idea.section.need, idea.origin]\n    reason: Gammalt.\n")
    told = next(part for part in page.all("section") if part.attributes.get("aria-labelledby") == "waivers")
    assert "Gammalt. Gäller: Behov, Kommer från." in told.text


def test_no_section_is_blank(tmp_path: Path, pages: dict[str, markup.Element]) -> None:
    """Each section says something below its heading, on pages of every shape."""
    empty = page_of(tmp_path, "", body="")
    assert "Ingen text är skriven än." in empty.one("div", "columns__main").text
    for page in (*pages.values(), empty):
        for section in (part for part in page.all("section") if "aria-labelledby" in part.attributes):
            heading = next(e for e in section if e.tag == "h2")
            assert len(section.text) > len(heading.text), heading.text
