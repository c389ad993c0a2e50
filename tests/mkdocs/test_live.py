"""What is saved is on its page at once, with what is wrong in it, and stays there as long as it is so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from idesluss.checks import judge_catalogue
from idesluss.derived.whole import Derived
from idesluss.mkdocs.judging import JudgedCatalogue
from idesluss.mkdocs.live import LivePages
from idesluss.pages import Shells, Theme
from tests.support import catalogues

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.checks.telling import OwnProblems

FOLDER = ("2026", "enklare-felanmalan")
PAGES = ("ideer/2026/enklare-felanmalan/index.html", "en/ideas/2026/enklare-felanmalan/index.html")
SOUND = "title: Enklare"


class BareFrame:
    """A theme's page of its content alone."""

    def render(self, context: Any) -> str:
        return str(context["view"].content)


class Writing:
    """A catalogue that somebody writes in, with the live pages over a site that is not built."""

    def __init__(self, root: Path) -> None:
        self.root, self.site, self.told = catalogues.lay(root / "c"), root / "site", 0
        catalogue, own = catalogues.read(self.root), dict[Any, Any]()
        derived = Derived(catalogue)
        self.own: OwnProblems = own
        judge_catalogue(catalogue, derived=derived, own=own)
        theme = Theme(catalogue.settings, catalogue.today, has_problems=False, has_policy=False)
        theme.scripts = dict.fromkeys(
            ("first.js", "search/open.js", "compare/choose.js", "idea/page.js", "neighbours/page.js"), "x.js"
        )
        theme.scripts["supplement/page.js"] = "x.js"
        frames = Shells(BareFrame(), theme)
        self.live = LivePages(self.root, self.site, frames, None, JudgedCatalogue(derived, [], own))

    def save(self, old: str, new: str, folder: tuple[str, str] = FOLDER) -> None:
        """Edit the idea and have it shown."""
        file = self.root / "ideas" / folder[0] / folder[1] / "idea.md"
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        self.show(folder)

    def show(self, *folders: tuple[str, str]) -> None:
        self.told = 0
        self.live.show(folders, self.announce)
        self.live.judge(self.announce, lambda: False)

    def announce(self) -> None:
        self.told += 1

    def page(self, path: str = PAGES[0], site: Path | None = None) -> str:
        file = (site or self.site) / path
        return file.read_text(encoding="utf-8") if file.exists() else ""


@pytest.fixture
def writing(tmp_path: Path) -> Writing:
    return Writing(tmp_path)


def test_a_saved_idea_is_shown_in_every_language_and_says_what_follows(writing: Writing) -> None:
    writing.save("title: Enklare", "title: Mycket enklare")
    assert all("Mycket enklare" in writing.page(path) for path in PAGES)
    assert "Listor, siffror och sök följer strax." in writing.page()
    assert "Lists, figures and search will follow shortly." in writing.page(PAGES[1])
    assert "notice--problem" not in writing.page()
    assert writing.told == 1


@pytest.mark.parametrize(
    ("good", "bad", "words", "told"),
    [
        pytest.param("submitted: 2026", "submitted: x2026", "x2026", 1, id="a field that cannot be read"),
        pytest.param("submitted: 2026", "submitted: [", "idea.md", 1, id="a file that cannot be read"),
        pytest.param("submitted: 2026-11-02", "submitted: 2027-01-01", "2027-01-01", 1, id="by itself"),
        pytest.param(
            "sector: samhallsbyggnad", "sector: okand", "okand", 2, id="what only the whole can tell"
        ),
    ],
)
def test_what_is_wrong_stands_on_the_page_over_the_idea(
    writing: Writing, good: str, bad: str, words: str, told: int
) -> None:
    writing.save(good, bad)
    page = writing.page()
    assert "notice--problem" in page
    assert words in page[: page.index("</ol>")]
    assert "Enklare" in page[page.index("</ol>") :]
    assert words in writing.page("problem/index.html")
    assert writing.told == told


def test_who_waits_for_something_else_does_not_wait_for_the_whole(writing: Writing) -> None:
    """What the whole alone can tell is told once nobody waits, on each page that was shown meanwhile."""
    file = writing.root / "ideas" / "2026" / "enklare-felanmalan" / "idea.md"
    sound = file.read_text(encoding="utf-8")
    file.write_text(sound.replace("sector: samhallsbyggnad", "sector: okand"), encoding="utf-8")
    writing.live.show([FOLDER], writing.announce)
    writing.live.judge(writing.announce, lambda: True)
    assert "okand" not in writing.page("problem/index.html")
    writing.save("title: Trygg", "title: Mycket trygg", ("2025", "trygg-hemgang"))
    assert "notice--problem" in writing.page()


def test_an_idea_that_is_mended_is_shown_again(writing: Writing) -> None:
    """Broken twice over, it is still shown as it was when it could last be read."""
    writing.save("submitted: 2026", "submitted: x2026")
    writing.save("title: Enklare", "title: [Enklare")
    assert "<h1>Enklare" in writing.page()[writing.page().index("</ol>") :]
    writing.save("title: [Enklare", "title: Enklast")
    writing.save("submitted: x2026", "submitted: 2026")
    assert "notice--problem" not in writing.page()
    assert "Enklast" in writing.page()
    assert not writing.live.sound


def test_a_new_idea_that_cannot_be_read_has_its_problems_where_its_page_will_be(writing: Writing) -> None:
    folder = writing.root / "ideas" / "2026" / "ny"
    folder.mkdir()
    (folder / "idea.md").write_text("---\ntitle: [\n---\n", encoding="utf-8")
    writing.show(("2026", "ny"))
    assert "ideas/2026/ny/idea.md" in writing.page("ideer/2026/ny/index.html")


def test_an_idea_that_is_taken_away_lays_nothing(writing: Writing) -> None:
    for file in (writing.root / "ideas" / "2026" / "enklare-felanmalan").iterdir():
        file.unlink()
    (writing.root / "ideas" / "2026" / "enklare-felanmalan").rmdir()
    writing.show(FOLDER)
    assert writing.page() == ""
    assert FOLDER[1] not in writing.live.judged.derived.catalogue.by_slug


def test_over_a_finished_build_lies_what_it_does_not_show(writing: Writing, tmp_path: Path) -> None:
    """What has been saved since, and what is broken; not what the build has read."""
    other = ("2025", "trygg-hemgang")
    writing.save("title: Enklare", "title: Mycket enklare")
    writing.save("title: Trygg", "title: Mycket trygg", other)
    built = tmp_path / "built"
    writing.live.lay_over(built, {FOLDER})
    assert writing.page(site=built) == ""
    assert "Mycket trygg" in writing.page("ideer/2025/trygg-hemgang/index.html", built)
    writing.save("submitted: 2026", "submitted: x2026")
    writing.live.lay_over(built, {FOLDER, other})
    assert "x2026" in writing.page(site=built)


@pytest.mark.parametrize(
    ("path", "folders"),
    [
        ("ideas/2026/ny/idea.md", {("2026", "ny")}),
        ("ideas/2026/ny/bild.png", {("2026", "ny")}),
        ("ideas/catalogue.yml", None),
        ("docs/om.md", None),
        ("../x/ideas/2026/ny/idea.md", None),
    ],
)
def test_which_idea_a_file_is_of(writing: Writing, path: str, folders: object) -> None:
    assert writing.live.folders_of([(writing.root / path).resolve()]) == folders
