"""The guide for developers, followed as it is written in a copy of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support import guides, markup, project

if TYPE_CHECKING:
    from pathlib import Path

IDEA = "ideas/2024/lanecykel-vid-stationen/idea.md"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program after all steps, with an idea that uses the field."""
    made = project.make(tmp_path_factory.mktemp("develop"))
    guides.follow("en/develop.md", made, PYTHONPATH=str(made / "hooks"))
    idea = made / IDEA
    text = idea.read_text(encoding="utf-8")
    idea.write_text(text.replace("\nsector:", "\naddress: Stationsgatan 2\nsector:", 1), encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def site(folder: Path) -> Path:
    return project.build(folder, PYTHONPATH=str(folder / "hooks"))


def text_at(site: Path, address: str) -> str:
    page = (site / address / "index.html").read_text(encoding="utf-8")
    return markup.tree(page).one("main").text


@pytest.mark.parametrize(
    ("address", "title"),
    [("ideer/2024/lanecykel-vid-stationen", "Adress"), ("en/ideas/2024/lanecykel-vid-stationen", "Address")],
)
def test_a_field_is_shown(site: Path, address: str, title: str) -> None:
    """By its title in each language, on the page of the idea that has it."""
    assert f"{title} Stationsgatan 2" in text_at(site, address)


def test_a_field_is_explained_and_suggested(folder: Path, site: Path) -> None:
    """On the field pages, and by the schema that editors read."""
    assert "Platsen som idén gäller." in text_at(site, "falt")
    assert "The place that the idea is about." in text_at(site, "en/fields")
    assert '"address"' in (folder / "docs/schema/idea.schema.json").read_text(encoding="utf-8")


def test_a_rule_judges_and_has_a_page(folder: Path, site: Path) -> None:
    """By the words of each language."""
    idea = folder / IDEA
    before = idea.read_text(encoding="utf-8")
    title = next(line for line in before.splitlines() if line.startswith("title:"))
    idea.write_text(before.replace(title, "title: Lånecykel vid stationen."), encoding="utf-8")
    done = guides.run("idesluss check --lang en", folder, PYTHONPATH=str(folder / "hooks"))
    idea.write_text(before, encoding="utf-8")
    assert done.returncode == 1
    assert "error[title_stop]: The title ends with a full stop." in done.stdout
    assert "En titel är ett namn, inte en mening." in text_at(site, "regler/title_stop")


def test_a_facet_has_pages_and_feeds(site: Path) -> None:
    """One for each value, in each language."""
    assert "2020" in text_at(site, "artionden/2020")
    assert (site / "en" / "decades" / "2020" / "feed.xml").exists()


def test_a_page_lies_at_its_address(site: Path) -> None:
    """In each language."""
    assert "Granskare" in text_at(site, "roller")
    assert "Reviewer" in text_at(site, "en/roles")
