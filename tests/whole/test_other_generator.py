"""The exit: what `idesluss write` lays down is built by another generator, as the guide says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from idesluss.delivery import links
from tests.support import guides, markup, project

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = "site_url: https://katalog.example/ideer-i-storby/\nrepository: https://github.com/example/ideer\n"
# Text in which template languages would find something to run.
SIGNS = '\n\nMallar skriver `{{ title }}`, {{< figure "x" >}}, {{% x %}}, {% include "x" %} och {# så #}.\n'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue whose site MkDocs has built, and beside it the other generator by the guide."""
    made = project.make_without_program(tmp_path_factory.mktemp("exit"), settings=SETTINGS)
    for text in ("ideas/2024/lanecykel-vid-stationen/idea.md", "docs/om.md"):
        with (made / text).open("a", encoding="utf-8") as file:
            file.write(SIGNS)
    project.build(made)
    commands = guides.follow("en/leave.md", made)
    assert [command.split()[0] for command in commands] == ["idesluss", "hugo"]
    return made


def main_of(page: bytes) -> markup.Element:
    """What stands within the frame."""
    return markup.tree(page.decode()).one("main")


def test_every_page_is_at_its_address_with_the_same_text(folder: Path) -> None:
    """Also those written by hand, and the one for what is not found."""
    before, after = project.snapshot(folder / "site"), project.snapshot(folder / "hugo" / "public")
    pages = [path for path in before if path.endswith(".html")]
    assert len(pages) > 200
    assert [path for path in after if path.endswith(".html")] == pages
    for path in pages:
        if b'http-equiv="refresh"' in before[path]:
            assert after[path] == before[path], path
            continue
        assert text_of(before[path]) == text_of(after[path]) != "", path


def text_of(page: bytes) -> str:
    """The words within the frame, without the list of headings and pages that stands beside a text."""
    main = main_of(page)
    return main.text.removesuffix(
        "".join(aside.text for aside in main.all(class_="document__aside"))
    ).rstrip()


def test_signs_of_template_languages_are_shown_as_they_are_written(folder: Path) -> None:
    """No generator runs what a contributor wrote."""
    public = folder / "hugo" / "public"
    for path in ("ideer/2024/lanecykel-vid-stationen/index.html", "om/index.html"):
        words = main_of((public / path).read_bytes()).text
        assert '{{ title }}, {{< figure "x" >}}, {{% x %}}, {% include "x" %} och {# så #}.' in words


def test_every_link_leads_where_it_led(folder: Path) -> None:
    """Within the content, and in the frame that the guide shows."""
    site, public = folder / "site", folder / "hugo" / "public"
    assert list(links.BuiltSite(public).broken_links()) == []
    before, after = links.BuiltSite(site), links.BuiltSite(public)
    for path in before.pages:
        led = {before.target(path, link) for link in _links(site / path)}
        assert led == {after.target(path, link) for link in _links(public / path)}, path


def _links(file: Path) -> set[str]:
    """The links within the frame, without its own list of headings and pages."""
    page = markup.tree(file.read_text(encoding="utf-8"))
    beside = {id(inner) for aside in page.all(class_="document__aside") for inner in aside}
    mains = page.all("main")
    elements = [element for main in mains for element in main if id(element) not in beside]
    told = {element.attributes.get("href") or element.attributes.get("src") for element in elements}
    return {link for link in told if link and ":" not in link}


def test_every_other_file_is_the_same(folder: Path) -> None:
    """Byte for byte: feeds, data, pictures, scripts, fonts; only Material's own files are left behind."""
    before, after = project.snapshot(folder / "site"), project.snapshot(folder / "hugo" / "public")
    files = {path: content for path, content in before.items() if not path.endswith(".html")}
    left = {path for path in files if path.startswith("assets/stylesheets/")}
    assert {path for path in files if after.get(path) != files[path]} == left
    assert {path for path in after if not path.endswith(".html")} - files.keys() == {"assets/base.css"}


def test_what_is_written_twice_is_the_same(folder: Path) -> None:
    """And takes the old one's place whole."""
    written = folder / "hugo" / "written"
    before = project.snapshot(written)
    (written / "content" / "gammal.html").write_text("", encoding="utf-8")
    assert guides.run("idesluss write hugo/written", folder).returncode == 0
    assert project.snapshot(written) == before
    assert [path.name for path in written.parent.glob(".*") if "written" in path.name] == []
