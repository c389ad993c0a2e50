"""Where links between the catalogue's files lead on the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support import catalogues, markup, project

if TYPE_CHECKING:
    from pathlib import Path

FROM = "ideas/2026/enklare-felanmalan/idea.md"
TO = "ideas/2025/trygg-hemgang/idea.md"
PAGE = "ideer/2026/enklare-felanmalan/index.html"


def linking(root: Path) -> Path:
    """The base catalogue, where one idea's text leads to another idea."""
    catalogues.lay(root, project.BASE)
    file = root / FROM
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}\n[Den andra](../../2025/trygg-hemgang/idea.md#behov)\n", encoding="utf-8")
    return root


def links(root: Path) -> list[tuple[str, str | None]]:
    """The words and the address of each link in the idea's own text."""
    page = markup.tree(catalogues.pages_of(catalogues.read(root))[PAGE].content)
    text = page.all("section", "prose")[0]
    return [(link.text, link.attributes.get("href")) for link in text.all("a") if link.text == "Den andra"]


def test_a_link_to_a_file_leads_to_its_page(tmp_path: Path) -> None:
    assert links(linking(tmp_path)) == [("Den andra", "../../../ideer/2025/trygg-hemgang/#text-behov")]


def test_a_link_to_what_is_not_published_leads_nowhere(tmp_path: Path) -> None:
    """A file may be broken while somebody writes it; pages that link to it are there all the same."""
    root = linking(tmp_path)
    file = root / TO
    file.write_text(
        file.read_text(encoding="utf-8").replace("summary: ", "summary: &x ", 1), encoding="utf-8"
    )
    assert links(root) == [("Den andra", None)]
