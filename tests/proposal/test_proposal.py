"""What whoever proposes an idea is asked, how typed text becomes Markdown, and a template that passes."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import TYPE_CHECKING

import cmarkgfm
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from idesluss import proposal
from idesluss.catalogue.catalogue import Catalogue, read_catalogue
from idesluss.checks import judge_catalogue
from idesluss.model import Idea
from idesluss.model.values import LONGEST_SLUG, SLUG
from idesluss.pages.forms.propose import idea_template
from idesluss.proposal.plain_text import typed_as_line, typed_as_markdown
from idesluss.reading.files import DiskFiles
from tests.support import catalogues, project

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.words import Language

texts = st.text(st.characters(codec="utf-8"), max_size=200)


@cache
def base() -> Catalogue:
    return catalogues.read(project.HERE / "catalogues" / "base")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return catalogues.lay(tmp_path, project.BASE)


@pytest.mark.parametrize("title", ["Lånecykel", "a" * 77 + " bcd", "a" * 75 + " b" * 20, "b" * 200])
def test_a_name_that_is_taken_gets_a_number(root: Path, title: str) -> None:
    """It is a name, not too long, and neither the name nor a former name of any idea."""
    idea = (root / "ideas" / "2026" / "enklare-felanmalan" / "idea.md").read_text(encoding="utf-8")
    for number in range(12):
        found = catalogues.read(root)
        name = proposal.free_name(found, title)
        assert re.fullmatch(SLUG, name)
        assert len(name) <= LONGEST_SLUG
        assert name not in proposal.taken_names(found)
        file = root / proposal.idea_folder(name, found.today) / "idea.md"
        file.parent.mkdir()
        file.write_text(idea if number % 2 else "no idea", encoding="utf-8")


def test_everybody_is_asked_what_the_first_stage_needs(root: Path) -> None:
    """First what must be answered, with the model's own words and limits; the rest can wait."""
    asked = {one.name: one for one in proposal.questions(catalogues.read(root).settings)}
    required = {name for name, one in asked.items() if one.is_required}
    assert required == {"title", "summary", "section.need", "origin", "sector"}
    assert all(asked[name].is_first for name in required)
    assert (asked["title"].shortest, asked["title"].longest) == (3, 120)
    assert (asked["summary"].shortest, asked["summary"].longest) == (20, 500)
    assert asked["themes"].most == 5
    assert [option.key for option in asked["sector"].options] == ["vard-och-omsorg", "samhallsbyggnad"]
    assert all(name in Idea.model_fields for name in asked if "." not in name)


def test_what_the_first_stage_comes_to_need_is_asked_at_once(root: Path) -> None:
    """A field that could wait, and a section that no gate asks for, and not what it does not need."""
    file = root / "ideas" / "catalogue.yml"
    text = file.read_text(encoding="utf-8")
    asks = "[idea.submitted, idea.origin]"
    assert asks in text
    file.write_text(text.replace(asks, "[idea.driver, idea.section.processes]"), encoding="utf-8")
    asked = {one.name: one for one in proposal.questions(catalogues.read(root).settings)}
    required = {name for name, one in asked.items() if one.is_required}
    assert required == {"title", "summary", "section.processes", "section.need", "sector", "driver"}
    assert all(asked[name].is_first for name in required)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Två stycken.\n\nDet andra.", "Två stycken.\n\nDet andra."),
        ("- ett\n- två", "- ett\n- två"),
        ("# Rubrik", "\\# Rubrik"),
        ("Text\n---\n===", "Text\n\\---\n\\==="),
        ("<b>fet</b> &amp; `kod`", "\\<b>fet\\</b> \\&amp; \\`kod\\`"),
        ("[länk](x) och [1]: y", "[länk\\](x) och [1\\]: y"),
        ("   indrag\n\n\n\nslut  ", "indrag\n\nslut"),
        ("rad\r\nrad\u2028rad", "rad\nrad\nrad"),
        ("dolt\u200b\u202e\u00ad tecken", "dolt tecken"),
    ],
)
def test_typed_text_becomes_markdown_that_says_the_same(typed: str, written: str) -> None:
    assert typed_as_markdown(typed) == written


@given(texts)
def test_no_text_makes_a_heading_a_picture_or_html(typed: str) -> None:
    """Whatever is typed, nothing in it becomes more than words, lists and emphasis."""
    html = cmarkgfm.github_flavored_markdown_to_html(typed_as_markdown(typed))
    for tag in ("<h1", "<h2", "<img", "<pre", "<script", "<blockquote", "<hr", "<!--"):
        assert tag not in html


@given(texts)
def test_a_line_is_one_line(typed: str) -> None:
    """Without line breaks or control characters, and the same when it is made a line again."""
    told = typed_as_line(typed)
    assert not any(sign in told for sign in "\n\r\t\x1b\u202e\u200b")
    assert told == typed_as_line(told)


@settings(max_examples=50)
@given(title=texts, summary=texts, need=texts)
def test_a_file_is_read_back_as_it_was_answered(title: str, summary: str, need: str) -> None:
    found = base()
    answers = {"title": title, "summary": summary, "section.need": need, "sector": "samhallsbyggnad"}
    text = proposal.idea_file(answers, found.settings, found.today, "sv")
    front = yaml.safe_load(text.split("\n---\n")[0])
    assert front.get("title", "") == typed_as_line(title)
    assert front.get("summary", "") == typed_as_line(summary)
    assert front["submitted"] == found.today


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_template_passes(root: Path, language: Language) -> None:
    """As it is fetched from the site, in both languages."""
    found = catalogues.read(root)
    file = root / "ideas" / "2026" / "en-ny-ide" / "idea.md"
    file.parent.mkdir()
    file.write_text(idea_template(found.settings, found.today, language), encoding="utf-8")
    again = read_catalogue(DiskFiles(root), dt.date.fromisoformat(project.TODAY)).catalogue
    assert isinstance(again, Catalogue)
    own = [p for p in judge_catalogue(again) if p.place.path.endswith("en-ny-ide/idea.md")]
    assert [f"{p.rule} {p.key}" for p in own if p.severity == "error"] == []
