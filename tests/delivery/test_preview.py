"""The pages that a change makes other than they were, side by side, as `idesluss compare` keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from idesluss.delivery import preview
from tests.support import project

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def sites(tmp_path: Path) -> Path:
    """A folder with the sites `one` and `two`: a page that is the same, one that differs, and one each."""
    for side, text in (("one", "old"), ("two", "new")):
        pages = {"same.html": "same", "x/index.html": text, f"{side}.html": side, "assets/a.css": side}
        for path, content in pages.items():
            file = tmp_path / side / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, encoding="utf-8")
    return tmp_path


def test_pages_that_are_new_gone_or_other_differ(sites: Path) -> None:
    assert preview.differing_pages(sites / "one", sites / "two") == ["one.html", "two.html", "x/index.html"]


def test_the_preview_holds_the_pages_that_differ(sites: Path) -> None:
    """Before and after, with what they need; the same page is left out. As the workflow runs it."""
    done = project.run(sites, "idesluss", "compare", "one", "two", "out")
    assert (done.returncode, done.stdout) == (0, "3 sidor skiljer\n")
    pages = {"before/x/index.html", "after/x/index.html", "before/one.html", "after/two.html"}
    kept = set(project.snapshot(sites / "out"))
    assert kept == {"index.html", "before/assets/a.css", "after/assets/a.css", *pages}


def test_the_list_leads_to_the_sides_that_there_are(sites: Path) -> None:
    preview.write_preview(sites / "one", sites / "two", sites / "out", "en")
    text = (sites / "out" / "index.html").read_text(encoding="utf-8")
    assert "<h1>3 pages differ</h1>" in text
    assert '<a href="before/x/index.html">before</a>, <a href="after/x/index.html">after</a>' in text
    assert '<code>one.html</code>: <a href="before/one.html">before</a></li>' in text
    assert '<code>two.html</code>: <a href="after/two.html">after</a></li>' in text


def test_a_change_of_every_page_keeps_the_first_and_says_so(
    sites: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview, "MOST", 2)
    preview.write_preview(sites / "one", sites / "two", sites / "out", "en")
    text = (sites / "out" / "index.html").read_text(encoding="utf-8")
    assert "<h1>3 pages differ, the first 2 are here</h1>" in text
    assert not (sites / "out" / "after" / "x").exists()


def test_what_a_page_is_called_is_words_in_the_list(sites: Path) -> None:
    (sites / "two" / "<b>.html").write_text("", encoding="utf-8")
    preview.write_preview(sites / "one", sites / "two", sites / "out", "en")
    text = (sites / "out" / "index.html").read_text(encoding="utf-8")
    assert "<code>&lt;b&gt;.html</code>" in text
    assert "<b>" not in text
