"""A page as a file: its fields, and HTML in which nothing runs."""

from __future__ import annotations

import html
import json
import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from idesluss.pages import Page
from idesluss.portable.page_file import file_of, page_file, without_openings

PAGE = Page(
    path="en/ideas/2026/x/index.html",
    content="<h1>X: the idea</h1>\n",
    language="en",
    title="X: the idea",
    section="ideas",
    translations={"sv": "ideer/2026/x/", "en": "en/ideas/2026/x/"},
    scripts=("idea/page.js",),
)


def test_fields_stand_above_the_html() -> None:
    """Addresses from the site's root, the way there, and only what the page has."""
    _, fields, content = page_file(PAGE, {"idea/page.js": "assets/scripts/1/idea/page.js"}).split("---\n", 2)
    assert content.strip() == "<h1>X: the idea</h1>"
    assert yaml.safe_load(fields) == {
        "title": "X: the idea",
        "language": "en",
        "url": "/en/ideas/2026/x/",
        "permalink": "/en/ideas/2026/x/",
        "root": "../../../../",
        "section": "ideas",
        "translations": {"sv": "/ideer/2026/x/", "en": "/en/ideas/2026/x/"},
        "scripts": ["assets/scripts/1/idea/page.js"],
        "is_indexed": True,
    }


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("index.html", "page.html"),
        ("ideer/index.html", "ideer/page.html"),
        ("ideer/2026/index/index.html", "ideer/2026/index/page.html"),
        ("ideer/2026/page/index.html", "ideer/2026/page/page.html"),
        ("404.html", "404.html"),
    ],
)
def test_each_page_has_a_folder_of_its_own(path: str, file: str) -> None:
    """Whatever its address is called."""
    assert file_of(Page(path, "", "sv", "X")) == file


@given(st.text(alphabet="{}%#<>& x\"'/", max_size=30))
def test_text_is_the_same_and_opens_no_template(words: str) -> None:
    """In elements and attributes, which a browser decodes."""
    for content in (f"<p>{html.escape(words)}</p>", f'<p title="{html.escape(words)}"></p>'):
        written = without_openings(content)
        assert re.search(r"\{[{%#]", written) is None
        assert html.unescape(written) == html.unescape(content)


@given(st.text(alphabet='{}%# x"', max_size=30))
def test_data_for_a_script_is_the_same_and_opens_no_template(words: str) -> None:
    """Nobody decodes entities there."""
    written = without_openings(
        f'<p>{{{{</p><script type="application/json">{json.dumps({"a": words})}</script>'
    )
    assert re.search(r"\{[{%#]", written) is None
    assert json.loads(written.partition('json">')[2].removesuffix("</script>")) == {"a": words}
