"""An idea's page as a whole: waivers in words, and no section without any."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support import catalogues, markup
from tests.support.idea_pages import add_idea, page_of, pages_by_path

if TYPE_CHECKING:
    from pathlib import Path

LESSONS = """    lessons:
      title: { sv: Lärdomar, en: Lessons }
      help: { sv: Vad lärde arbetet?, en: What did the work teach? }
      use: lessons
"""


def test_a_waiver_says_what_it_waives(tmp_path: Path) -> None:
    """Each requirement in words."""
    page = page_of(tmp_path, "waivers:\n  - waives: [idea.section.need, idea.origin]\n    reason: Gammalt.\n")
    told = next(part for part in page.all("section") if part.attributes.get("aria-labelledby") == "waivers")
    assert "Gammalt. Gäller: Behov, Kommer från." in told.text


@pytest.mark.parametrize(
    ("outcome", "body", "place"),
    [
        ("completed", "## Behov\n\nEn bänk.", "lessons-missing"),
        ("completed", "## Lärdomar\n", "lessons-missing"),
        ("completed", "## Lärdomar\n\nMät först.", "text-lardomar"),
        ("open", "## Behov\n\nEn bänk.", None),
    ],
)
def test_missing_lessons_are_said_where_lessons_would_stand(
    tmp_path: Path, outcome: str, body: str, place: str | None
) -> None:
    """Where the work is over and nobody has written any; under the heading that they would have."""
    catalogues.lay(tmp_path)
    file = tmp_path / "ideas" / "catalogue.yml"
    settings = file.read_text(encoding="utf-8")
    file.write_text(settings.replace("  sections:\n", f"  sections:\n{LESSONS}"), encoding="utf-8")
    fields = f"stage: project\noutcome: {outcome}\nsubmitted: 2020-01-01\norigin: resident\n"
    add_idea(tmp_path, "bank", fields, body)
    page = pages_by_path(catalogues.read(tmp_path))["ideer/2020/bank/index.html"]
    headings = [h.attributes["id"] for h in page.all("h2") if h.text == "Lärdomar"]
    assert headings == ([place] if place else [])
    is_missing = place == "lessons-missing"
    assert ("Ingen har skrivit vad arbetet lärde. Vår kommun vet mer" in page.text) == is_missing


def test_what_is_not_known_is_a_short_list(tmp_path: Path) -> None:
    """Under a heading or a label of its own: of the plan, of the facts, of a grant."""
    fields = "stage: project\noutcome: completed\ngrants: [{ funder: framsyn, awarded: 5 }]\n"
    plan = "waivers: [{ waives: [plan.section.processes, plan.budget], reason: Okänt. }]\n"
    page = page_of(tmp_path, fields, plan=plan)
    assert [item.text for item in page.one("ul", "short-list").all("li")] == ["Processer", "Budget"]
    facts = dict(markup.term_rows(page.one("aside")))
    assert facts["Uppgift saknas"] == "Inlämnad Kommer från Koordinator"
    assert dict(markup.term_rows(page.one("tbody", "grant"))) == {
        "Uppgift saknas": "Diarienummer, Utlysning, Koordinator, Status enligt källan, Källa"
    }


def test_exceptions_and_changes_are_folded(tmp_path: Path) -> None:
    """Each under the heading that unfolds it, which is where its address leads."""
    page = page_of(tmp_path, "waivers: [{ waives: [idea.origin], reason: Gammalt. }]\n")
    (folded,) = (part for part in page.all("details", "folded") if "Gammalt." in part.text)
    assert folded.one("summary").text == "Uppgifter som saknas, och varför 1 undantag"
    assert folded.one("summary").by_id("waivers").tag == "h2"


def test_no_section_is_blank(tmp_path: Path, pages: dict[str, markup.Element]) -> None:
    """Each section says something below its heading, on pages of every shape."""
    empty = page_of(tmp_path, "", body="")
    assert "Ingen text är skriven än." in empty.one("div", "columns__main").text
    for page in (*pages.values(), empty):
        for section in (part for part in page.all("section") if "aria-labelledby" in part.attributes):
            heading = next(e for e in section if e.tag == "h2")
            assert len(section.text) > len(heading.text), heading.text
