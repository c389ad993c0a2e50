"""The history of an entry on its page: told in words, escaped, and naming nobody."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from idesluss.derived.whole import Derived
from idesluss.history.git import Repository
from idesluss.history.timeline import read_timeline
from idesluss.pages import pages_in, publish
from idesluss.pages.base.site import Site
from idesluss.pages.idea import pages as idea_pages
from tests.support import catalogues, gitrepo, markup, project
from tests.support.timelines import CAME, SMALL, TRYGG, TimelineRepository

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.words import Language

UNKNOWN = "Vi kan inte visa hur posten har ändrats"
HOSTILE = (
    "title: <script>alert(1)</script> {0} {{x}} \\ue000",
    "milestones: 3",
    "grants: [a, [b], {funder: [x]}, {funder: framsyn, awarded: -1}, {awarded: 99999999999999999999}]",
    "decisions:\n  - {gate: [G1], verdict: {a: b}}\n  - nothing\n  - {gate: G1}",
    "effects: {indicator: x}",
    "stage: [idea]",
    "outcome: {a: b}",
    "title: " + "lång " * 3000,
    "summary: &a x\ntitle: *a",
    "title: a\ntitle: b",
    "{title: a}",
    "- a",
    "",
    "title: \u202eomvänt",
)


def history_of(repo: TimelineRepository, slug: str = "enklare-felanmalan", language: Language = "sv") -> str:
    """The part of the entry's page that tells its history; every element in it is closed."""
    found = catalogues.read(repo.root)
    site = Site(Derived(found), language, read_timeline(Repository(repo.root), found))
    address = site.writer.addresses.idea(found.by_slug[slug])
    page = next(page for page in idea_pages(site, found.entries) if page.url == address)
    markup.tree(page.content)
    begins = page.content.index('<section aria-labelledby="history"')
    return page.content[begins : page.content.index("</section>", begins)]


def test_nobody_is_named(repo: TimelineRepository) -> None:
    """Neither who committed nor what they wrote about it is published."""
    repo.change("2026-10-10", f"{SMALL}/idea.md", ("stage: idea", "stage: assessment"))
    found = catalogues.read(repo.root)
    history = read_timeline(Repository(repo.root), found)
    pages = "".join(page.content for page in pages_in(publish(Derived(found), [], history=history)))
    assert "Skedet ändrades från Idé till Bedömning" in pages
    for hidden in ("Hemlig Person", "outsagt skäl", gitrepo._NOBODY["GIT_AUTHOR_EMAIL"]):
        assert hidden not in pages


@pytest.mark.parametrize("front", HOSTILE, ids=range(len(HOSTILE)))
def test_any_file_there_ever_was_can_be_told(repo: TimelineRepository, front: str) -> None:
    """Whatever somebody once committed, the page is made, and shows nothing of it."""
    idea = repo.root / "ideas" / SMALL / "idea.md"
    text = idea.read_text(encoding="utf-8")
    plan = repo.root / "ideas" / TRYGG / "plan.md"
    plan_text = plan.read_text(encoding="utf-8")
    for file in (idea, plan):
        file.write_text(
            f"---\n{front}\n---\n\n# <img src=x onerror=alert(1)>\n\n```\n# a\n", encoding="utf-8"
        )
    repo.commit("2026-10-10")
    idea.write_text(text, encoding="utf-8")
    plan.write_text(plan_text, encoding="utf-8")
    repo.commit("2026-10-11")
    page = history_of(repo, "enklare-felanmalan") + history_of(repo, "trygg-hemgang")
    assert repo.events()[-1] == CAME
    for hidden in ("alert(1)", "onerror", "omvänt", "lång lång", "99999"):
        assert hidden not in page


def test_titles_are_escaped(repo: TimelineRepository) -> None:
    """Words that the entry says today are shown as words."""
    repo.change(
        "2026-10-10", f"{SMALL}/idea.md", ("title: Enklare felanmälan", "title: '<b>Hål</b> {0} & väg'")
    )
    assert "Ny titel: <span>&lt;b&gt;Hål&lt;/b&gt; {0} &amp; väg</span>" in history_of(repo)
    assert 'New title: <span lang="sv">&lt;b&gt;' in history_of(repo, language="en")


def test_an_entry_that_is_not_in_git_yet_says_so(repo: TimelineRepository) -> None:
    shutil.copytree(repo.root / "ideas" / SMALL, repo.root / "ideas" / "2026" / "ny")
    assert "Posten finns inte i katalogens historik än." in history_of(repo, "ny")


def test_the_site_is_made_without_a_history(repo: TimelineRepository, tmp_path: Path) -> None:
    """The page says that it is not known: in a shallow clone, without a repository, and without a commit."""
    repo.change("2026-10-10", f"{SMALL}/idea.md", ("stage: idea", "stage: assessment"))
    shallow = tmp_path / "shallow"
    gitrepo.git(tmp_path, "clone", "--quiet", "--depth=1", repo.root.as_uri(), str(shallow))
    assert UNKNOWN in history_of(TimelineRepository(shallow))
    bare = TimelineRepository(catalogues.lay(tmp_path / "bare", project.BASE))
    assert UNKNOWN in history_of(bare)
    gitrepo.start(bare.root)
    assert UNKNOWN in history_of(bare)
