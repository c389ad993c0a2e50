"""The archive's pages: from the overview to an idea as it was; absent where no history is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from idesluss.derived.whole import Derived
from idesluss.history.git import Repository
from idesluss.history.timeline import read_timeline
from idesluss.pages import File, pages_in, publish
from tests.support import catalogues, gitrepo, markup
from tests.support.timelines import TRYGG, TimelineRepository, lay_repository

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.pages import Page, Published

PAGE = f"ideer/{TRYGG}/beslutsarkiv/"
NO_HISTORY = "Sidan är gjord utan katalogens historik."


def published(root: Path) -> list[Published]:
    found = catalogues.read(root)
    return publish(Derived(found), [], history=read_timeline(Repository(root), found))


def pages(root: Path) -> dict[str, Page]:
    return {page.url: page for page in pages_in(published(root))}


def test_from_the_idea_to_what_it_was(tmp_path: Path) -> None:
    """In both languages; search engines and the site's own search are not told of what no longer holds."""
    repo = lay_repository(tmp_path)
    repo.change("2026-10-05", f"{TRYGG}/idea.md", ("Var femte äldre", "Var <b>fjärde</b> & sjunde äldre"))
    made = pages(tmp_path)
    assert f'href="../../../{PAGE}"' in made[f"ideer/{TRYGG}/"].content
    for url in (PAGE, f"en/ideas/{TRYGG}/decision-archive/"):
        page = made[url]
        assert not page.is_indexed
        tree = markup.tree(page.content)
        assert tree.by_id("g1-2025-03-03").tag == "p"
        assert [part.all("span")[0].text for part in tree.all("ins")]
        assert "femte" in tree.one("del").text
        assert "fjärde" in tree.one("ins").text
        assert len({e.attributes["id"] for e in tree if "id" in e.attributes}) == sum(
            "id" in e.attributes for e in tree
        )


def test_words_of_the_past_are_words(tmp_path: Path) -> None:
    """Markup in a former title or text is shown or cleaned, never run."""
    repo = lay_repository(tmp_path)
    edits = (
        ("title: Trygg hemgång", "title: <script>alert(1)</script>"),
        ("Var femte", '<script>alert(2)</script>\n\n`<a id="x" href="#y">` Var femte'),
    )
    repo.change("2026-09-01", f"{TRYGG}/idea.md", *edits)
    gitrepo.git(tmp_path, "update-ref", "-d", "HEAD")
    repo.commit("2026-10-01")
    repo.change("2026-10-05", f"{TRYGG}/idea.md", *((new, old) for old, new in edits))
    content = pages(tmp_path)[PAGE].content
    assert "<script>alert(1)" not in content
    assert "&lt;script&gt;alert(1)" in content
    assert "<script>alert(2)" not in content
    assert '<code>&lt;a id="x" href="#y"&gt;</code>' in content
    markup.tree(content)


def test_a_renamed_idea_leads_on_from_where_its_archive_was(tmp_path: Path) -> None:
    repo = lay_repository(tmp_path)
    repo.git("2026-10-11", "mv", f"ideas/{TRYGG}", "ideas/2025/hemgang")
    repo.change("2026-10-11", "2025/hemgang/idea.md", ("\nsector:", "\naliases: [trygg-hemgang]\nsector:"))
    made = {item.path: item for item in published(tmp_path)}
    assert "ideer/2025/hemgang/beslutsarkiv/index.html" in made
    leading = made[f"{PAGE}index.html"]
    assert isinstance(leading, File)
    assert "url=../../../2025/hemgang/beslutsarkiv/" in str(leading.content)


def test_without_a_history_it_says_so(tmp_path: Path) -> None:
    """Also in a shallow clone: decisions are listed, and no page pretends to know what they were about."""
    repo = lay_repository(tmp_path / "whole")
    shallow = tmp_path / "shallow"
    gitrepo.git(tmp_path, "clone", "--quiet", "--depth=1", repo.root.as_uri(), str(shallow))
    bare = catalogues.lay(tmp_path / "bare")
    for root in (TimelineRepository(shallow).root, bare):
        made = pages(root)
        assert NO_HISTORY in made["beslutsarkiv/"].content
        assert "Trygg hemgång" in made["beslutsarkiv/"].content
        assert PAGE not in made
        assert "beslutsarkiv/" not in made[f"ideer/{TRYGG}/"].content
    assert NO_HISTORY not in pages(repo.root)["beslutsarkiv/"].content


def test_what_is_about_the_catalogue_is_reached_from_its_own_list(tmp_path: Path) -> None:
    """The overview has none of them, so no breadcrumb leads there."""
    repo = lay_repository(tmp_path)
    before = pages(tmp_path)[PAGE].crumbs
    repo.change("2026-10-05", f"{TRYGG}/idea.md", ("\nsector:", "\nabout: catalogue\nsector:"))
    after = pages(tmp_path)[PAGE].crumbs
    assert [crumb.url for crumb in before] == ["beslutsarkiv/", f"ideer/{TRYGG}/"]
    assert [crumb.url for crumb in after] == ["katalogens-egen-utveckling/", f"ideer/{TRYGG}/"]


def test_a_section_that_was_written_has_its_heading_once(tmp_path: Path) -> None:
    repo = lay_repository(tmp_path)
    with (repo.root / "ideas" / TRYGG / "idea.md").open("a", encoding="utf-8") as file:
        file.write("\n## Ett nytt avsnitt\n\nSom ingen hade läst.\n")
    repo.commit("2026-10-05")
    page = markup.tree(pages(tmp_path)[PAGE].content)
    told = [part.text for part in page.all(class_="changed") if "Ett nytt avsnitt" in part.text]
    assert [tag.text for tag in page.all("h4") if "Ett nytt avsnitt" in tag.text] == told
    assert told
