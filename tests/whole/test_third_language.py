"""A language is a folder of words and nothing else: a site in three, the third made by script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from idesluss.delivery.links import BuiltSite
from idesluss.pages.base.borrowed import unmarked
from tests.support import markup, project, pseudo

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path


CODE = pseudo.CODE


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a module in the project with the project's own program, the search's index included."""
    return project.run(folder, *command, PYTHONPATH=str(folder / "hooks"), IDESLUSS_SEARCH="")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return pseudo.make(tmp_path_factory.mktemp("third"))


@pytest.fixture(scope="module")
def told(folder: Path) -> str:
    """What the strict build says."""
    done = run(folder, "mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stderr
    return done.stderr


@pytest.fixture(scope="module")
def site(folder: Path, told: str) -> Path:
    assert "Documentation built" in told
    return folder / "site"


def page_at(site: Path, path: str) -> markup.Element:
    return markup.tree((site / path / "index.html").read_text(encoding="utf-8"))


def test_every_link_leads_somewhere(site: Path) -> None:
    found = BuiltSite(site)
    assert list(found.broken_links()) == []
    assert f"{CODE}/q-ideas/index.html" in found.paths
    assert sum(path.startswith(f"{CODE}/") for path in found.paths) > 50
    assert f"pagefind/{CODE}/pagefind-entry.json" in found.paths


def test_every_page_leads_to_the_same_page_in_the_other_two(site: Path) -> None:
    """By the switch and by what search engines read."""
    page = page_at(site, f"{CODE}/q-ideas")
    switch = {link.attributes["hreflang"]: link.attributes["href"] for link in page.all("a", "top__language")}
    assert switch == {"sv": "../../ideer/", "en": "../../en/ideas/"}
    alternates = {link.attributes["hreflang"] for link in page.all("link") if "hreflang" in link.attributes}
    assert alternates == {"sv", "en"}
    home = page_at(site, ".")
    assert [link.text for link in home.all("a", "top__language")] == ["EnglishEN", f"{pseudo.NAME}EO"]


def test_words_that_the_language_lacks_are_said_in_another_and_marked(site: Path) -> None:
    """In an element of their language; nowhere does a mark of ours show."""
    home = (site / CODE / "index.html").read_text(encoding="utf-8")
    assert '<span lang="sv">Lärdomar</span>' in home
    assert '<span lang="sv">Hoppa till innehållet</span>' in home
    for file in (site / CODE).rglob("*.*"):
        text = file.read_bytes().decode("utf-8", errors="ignore")
        assert unmarked(text) == text, file


def test_each_word_that_is_missing_is_told_once(told: str) -> None:
    for key in pseudo.LACKING:
        assert told.count(f"words/{CODE} lacks {key}, which is said in sv") == 1


def test_a_page_that_nobody_has_written_says_so(site: Path) -> None:
    """And leads to those who have it."""
    page = page_at(site, f"{CODE}/q-contribute").one("main")
    assert [link.attributes["href"] for link in page.all("a")] == ["../../bidra/", "../../en/contribute/"]


def test_the_command_line_speaks_the_language(folder: Path) -> None:
    """The checker, the rules, and the files that are generated."""
    done = run(folder, "idesluss", "check", "--lang", CODE)
    assert (done.returncode, done.stderr) == (0, "")
    done = run(folder, "idesluss", "explain", "unknown_term", "--lang", CODE)
    assert "~" in done.stdout
    with (folder / "ideas" / "catalogue.yml").open("a", encoding="utf-8") as settings:
        settings.write("host: github\n")
    done = run(folder, "idesluss", "generate")
    assert f"docs/{CODE}/q-fields.md" in done.stdout
    form = (folder / ".github" / "ISSUE_TEMPLATE" / "idea.yml").read_text(encoding="utf-8")
    assert pseudo.NAME in form
