"""Headings that link to themselves, and the list of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from idesluss.pages.idea import headings
from idesluss.reading.markdown import render_body
from tests.support.idea_pages import page_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support import markup


def test_every_heading_with_a_place_links_to_it(pages: dict[str, markup.Element]) -> None:
    """Also in the texts, which somebody else wrote; the link's name is the heading's own words.

    A heading that unfolds its section holds no link, which would be two things to press in one.
    """
    for page in pages.values():
        story = [*page.all("div", "columns__main"), *page.all("div", "idea__end")]
        found = [h for part in story for h in part if re.fullmatch("h[234]", h.tag) and "id" in h.attributes]
        assert len(found) >= 4
        apart = [*page.all("summary"), *page.all("nav", "on-page")]
        without = {id(heading) for part in apart for heading in part}
        for heading in (h for h in found if id(h) not in without):
            link = heading.one("a", "permalink")
            assert link.attributes["href"] == f"#{heading.attributes['id']}"
            assert link.text == heading.text


def test_contents_are_the_sections_in_order(pages: dict[str, markup.Element]) -> None:
    for page in pages.values():
        story = [*page.all("div", "columns__main"), *page.all("div", "idea__end")]
        sections = [h for part in story for h in part.all("h2") if h.attributes["id"] != "on-page"]
        listed = [link.attributes["href"] for link in page.one("nav", "on-page").all("a")]
        assert listed == [f"#{h.attributes['id']}" for h in sections]


def test_a_heading_that_holds_a_link_is_left_alone() -> None:
    """A link within a link is no HTML."""
    written = '# Se [y](https://y.se/)\n\n## *Z*\n\n#### Å\n\n<h5 lang="en">E</h5>'
    body = render_body(written, "ideas/2020/x/idea.md")
    text = headings.with_permalinks(body).replace("\n", "")
    assert text == (
        '<h2 id="text-se-y">Se <a href="https://y.se/" rel="noopener">y</a></h2>'
        '<h3 id="text-z"><a class="permalink" href="#text-z"><em>Z</em></a></h3>'
        '<h4 id="text-a"><a class="permalink" href="#text-a">Å</a></h4>'
        '<h5 id="text-e" lang="en">E</h5>'
    )


def test_contents_say_what_a_heading_says_without_its_marks(tmp_path: Path) -> None:
    """Links, emphasis and code are no part of the list, and signs are shown as they are."""
    page = page_of(tmp_path, "", '## Se [y](https://y.se/) & *"Z"* `<b>`\n\nEn bänk.\n\n## Sedan\n\nTvå.')
    assert page.one("nav", "on-page").all("a")[0].text == 'Se y & "Z" <b>'
